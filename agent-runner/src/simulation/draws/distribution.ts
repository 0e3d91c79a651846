import { normalQuantile } from './normal.ts';

/** What is known about one coefficient; `truncated` is a normal cut at the published bounds of its sign. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** One of several alternatives, drawn as its index. */
  | { readonly kind: 'alternatives'; readonly weights: readonly number[] }
  | {
      readonly kind: 'truncated';
      readonly mean: number;
      readonly deviation: number;
      readonly low: number;
      readonly high: number;
    };

function triangularQuantile(low: number, mode: number, high: number, u: number): number {
  if (high <= low) return mode;
  const turn = (mode - low) / (high - low);
  return u < turn
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

function alternativeAt(weights: readonly number[], u: number): number {
  let left = u;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** Inverse distribution function. */
export function quantileOf(distribution: Distribution, u: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'triangular':
      return triangularQuantile(distribution.low, distribution.mode, distribution.high, u);
    case 'alternatives':
      return alternativeAt(distribution.weights, u);
    case 'truncated': {
      const value = distribution.mean + distribution.deviation * normalQuantile(u);
      return Math.min(distribution.high, Math.max(distribution.low, value));
    }
  }
}

/** Mean and standard deviation, for shrinking estimates towards a prior. */
export function momentsOf(distribution: Distribution): { readonly mean: number; readonly deviation: number } {
  switch (distribution.kind) {
    case 'fixed':
      return { mean: distribution.value, deviation: 0 };
    case 'triangular': {
      const { low: a, mode: c, high: b } = distribution;
      return { mean: (a + b + c) / 3, deviation: Math.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18) };
    }
    case 'alternatives':
      return { mean: Number.NaN, deviation: Number.NaN };
    case 'truncated':
      return { mean: distribution.mean, deviation: distribution.deviation };
  }
}

/** The central value shown to people: mode of a triangle, mean of a normal. */
export function centreOf(distribution: Distribution): number {
  return distribution.kind === 'triangular' ? distribution.mode : momentsOf(distribution).mean;
}

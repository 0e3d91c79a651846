/** Response `ceiling × spend ÷ (spend + half)`, fitted on daily spend and conversions. */
export interface Saturation {
  readonly ceiling: number;
  readonly half: number;
  /** Share of the variance of conversions explained; a fit below 0 is no fit. */
  readonly r2: number;
}

/** Least squares over a grid of half-saturation points; null with too few days or spend that never moves. */
export function fitSaturation(spend: readonly number[], conversions: readonly number[]): Saturation | null {
  const n = Math.min(spend.length, conversions.length);
  const top = Math.max(0, ...spend);
  if (n < 28 || top <= 0 || deviation(spend) / top < 0.02) return null;
  let best: Saturation | null = null;
  for (const factor of [0.1, 0.2, 0.35, 0.6, 1, 1.6, 2.5, 4, 8]) {
    const half = factor * top;
    const shape = spend.map((value) => value / (value + half));
    const ceiling = dot(shape, conversions) / Math.max(1e-9, dot(shape, shape));
    const r2 = explained(
      conversions,
      shape.map((value) => ceiling * value)
    );
    if (best === null || r2 > best.r2) best = { ceiling, half, r2 };
  }
  return best;
}

/** Conversions that the next unit of money brings at this spend. */
export function marginalConversions({ ceiling, half }: Saturation, spend: number): number {
  return (ceiling * half) / (spend + half) ** 2;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const [index, value] of a.entries()) sum += value * (b[index] ?? 0);
  return sum;
}

function explained(actual: readonly number[], fitted: readonly number[]): number {
  let total = 0;
  let rest = 0;
  let sum = 0;
  for (const value of actual) sum += value;
  const mean = sum / actual.length;
  for (const [index, value] of actual.entries()) {
    total += (value - mean) ** 2;
    rest += (value - (fitted[index] ?? 0)) ** 2;
  }
  return total === 0 ? 0 : 1 - rest / total;
}

function deviation(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

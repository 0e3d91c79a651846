import { momentsOf, type Distribution } from '../draws/distribution.ts';

/** A verified effect, divided by the change of the lever: what the coefficient was this time. */
export interface CoefficientObservation {
  readonly value: number;
  readonly standardError: number;
}

/** Below this many outcomes the prior stays as it is. */
const fewestOutcomes = 8;

/** Precision-weighted mean of what was believed and what verified actions showed. */
export function updateFromOutcomes(
  believed: Distribution,
  outcomes: readonly CoefficientObservation[],
  bounds: readonly [number, number]
): Distribution {
  if (outcomes.length < fewestOutcomes) return believed;
  const { mean, deviation } = momentsOf(believed);
  let weight = deviation > 0 ? 1 / deviation ** 2 : 1e12;
  let sum = mean * weight;
  for (const { value, standardError } of outcomes) {
    const precision = 1 / Math.max(1e-9, standardError) ** 2;
    weight += precision;
    sum += value * precision;
  }
  return { kind: 'truncated', mean: sum / weight, deviation: Math.sqrt(1 / weight), low: bounds[0], high: bounds[1] };
}

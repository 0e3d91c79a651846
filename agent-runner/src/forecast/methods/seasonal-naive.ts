import { at } from '../numeric/at.ts';
import type { Predictor } from '../predictor.ts';

/** Repeats the last cycle; the floor that every other method has to beat. */
export function repeatLastCycle(history: Float64Array, horizon: number, period: number): Float64Array {
  const cycle = Math.max(1, Math.min(period, history.length));
  const start = history.length - cycle;
  return Float64Array.from({ length: horizon }, (_, step) => at(history, start + (step % cycle)));
}

/** The longest season of which at least two cycles are there, else 1. */
export function naivePeriod(length: number, periods: readonly number[]): number {
  let chosen = 1;
  for (const period of periods) if (length >= 2 * period && period <= 168) chosen = Math.max(chosen, period);
  return chosen;
}

export const seasonalNaive: Predictor = {
  id: 'seasonal_naive',
  accepts: (history) => history.length >= 1,
  predict: (history, horizon, shape) => repeatLastCycle(history, horizon, naivePeriod(history.length, shape.periods)),
};

import { at } from '../numeric/at.ts';
import { mean } from '../numeric/moments.ts';
import { minimise } from '../numeric/nelder-mead.ts';

export interface Smoothing {
  readonly alpha: number;
  readonly level: number;
}

function smoothedLevel(history: Float64Array, alpha: number, start: number): { level: number; squares: number } {
  let level = start;
  let squares = 0;
  for (const value of history) {
    const error = value - level;
    squares += error * error;
    level += alpha * error;
  }
  return { level, squares };
}

/** Simple exponential smoothing; weight and starting level by least squares of the one-step errors. */
export function fitSmoothing(history: Float64Array): Smoothing {
  const early = mean(history.subarray(0, Math.min(history.length, 10)));
  const spread = Math.max(...history.subarray(0, 10)) - Math.min(...history.subarray(0, 10)) || 1;
  const best = minimise(
    (point) => smoothedLevel(history, at(point, 0), at(point, 1)).squares,
    [0.3, early],
    { low: [0.0001, early - 2 * spread], high: [0.9999, early + 2 * spread] },
    90
  );
  const alpha = at(best, 0);
  return { alpha, level: smoothedLevel(history, alpha, at(best, 1)).level };
}

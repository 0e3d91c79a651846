import type { Predictor } from '../predictor.ts';

const smoothing = 0.1;

/** Mean demand per step of a series with many zeros: Croston with the correction of Syntetos and Boylan. */
export function intermittentRate(history: Float64Array): number {
  let size = 0;
  let interval = 1;
  let since = 1;
  for (const value of history) {
    if (value === 0) {
      since++;
      continue;
    }
    size = size === 0 ? value : size + smoothing * (value - size);
    interval += smoothing * (since - interval);
    since = 1;
  }
  return ((1 - smoothing / 2) * size) / interval;
}

/** Joins only when three in ten values are zero. */
export const intermittent: Predictor = {
  id: 'intermittent',
  accepts: (history) => history.length >= 10 && history.filter((value) => value === 0).length >= 0.3 * history.length,
  predict: (history, horizon) => new Float64Array(horizon).fill(intermittentRate(history)),
};

import { last } from '../numeric/at.ts';
import type { Predictor } from '../predictor.ts';

/** The last value stays; what a random walk allows. */
export const naive: Predictor = {
  id: 'naive',
  accepts: (history) => history.length >= 1,
  predict: (history, horizon) => new Float64Array(horizon).fill(last(history)),
};

import { at } from '../numeric/at.ts';
import { fitSmoothing } from './exponential-smoothing.ts';

/** Slope of the least-squares line through (0, y0), (1, y1), … */
export function lineSlope(history: Float64Array): number {
  const n = history.length;
  const middle = (n - 1) / 2;
  let product = 0;
  for (let t = 0; t < n; t++) product += (t - middle) * at(history, t);
  return n < 2 ? 0 : (12 * product) / (n * (n * n - 1));
}

/** Theta (Assimakopoulos and Nikolopoulos): smoothing plus half the slope of the line, as Hyndman and Billah write it. */
export function thetaForecast(history: Float64Array, horizon: number): Float64Array {
  const { alpha, level } = fitSmoothing(history);
  const drift = lineSlope(history) / 2;
  const catchUp = (1 - (1 - alpha) ** history.length) / alpha;
  return Float64Array.from({ length: horizon }, (_, step) => level + drift * (step + catchUp));
}

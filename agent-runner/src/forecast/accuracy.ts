import { at } from './numeric/at.ts';

/** Symmetric mean absolute percentage error of the M4 competition, 0–200; gaps in `actual` are skipped. */
export function smape(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < actual.length; t++) {
    const y = at(actual, t);
    if (Number.isNaN(y)) continue;
    const size = Math.abs(y) + Math.abs(at(forecast, t));
    sum += size === 0 ? 0 : (200 * Math.abs(y - at(forecast, t))) / size;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Mean absolute change from one season to the next inside the history: the unit of MASE. */
export function seasonalScale(history: Float64Array, period: number): number {
  let sum = 0;
  let count = 0;
  for (let t = period; t < history.length; t++) {
    const change = Math.abs(at(history, t) - at(history, t - period));
    if (Number.isNaN(change)) continue;
    sum += change;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

export function meanAbsoluteError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < actual.length; t++) {
    const error = Math.abs(at(actual, t) - at(forecast, t));
    if (Number.isNaN(error)) continue;
    sum += error;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Share of the known actual values inside the interval. */
export function coverage(actual: Float64Array, low: Float64Array, high: Float64Array): number {
  let inside = 0;
  let count = 0;
  for (let t = 0; t < actual.length; t++) {
    const y = at(actual, t);
    if (Number.isNaN(y)) continue;
    count++;
    if (y >= at(low, t) && y <= at(high, t)) inside++;
  }
  return count === 0 ? 0 : inside / count;
}

export interface IntervalScoreInput {
  readonly actual: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 0.9 for a 90 % interval. */
  readonly level: number;
  readonly scale: number;
}

/** Mean scaled interval score of M4: width plus the penalty for misses, in units of the seasonal scale. */
export function intervalScore({ actual, low, high, level, scale }: IntervalScoreInput): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < actual.length; t++) {
    const y = at(actual, t);
    if (Number.isNaN(y)) continue;
    const miss = Math.max(0, at(low, t) - y, y - at(high, t));
    sum += at(high, t) - at(low, t) + (2 / (1 - level)) * miss;
    count++;
  }
  return count === 0 || scale === 0 ? 0 : sum / count / scale;
}

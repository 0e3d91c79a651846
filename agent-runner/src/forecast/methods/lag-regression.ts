import { at, last } from '../numeric/at.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { ridge } from '../numeric/ridge-regression.ts';
import type { Predictor, SeriesShape } from '../predictor.ts';

/** Lags worth a coefficient: the recent past, and the neighbourhood of each season and of its multiples. */
export function seasonalLags(length: number, periods: readonly number[]): number[] {
  const lags = new Set<number>();
  const add = (lag: number): void => {
    if (lag >= 1 && lag <= length / 2.5) lags.add(lag);
  };
  const shortest = periods[0] ?? 1;
  for (let lag = 1; lag <= Math.max(8, Math.min(shortest + 2, 28)); lag++) add(lag);
  for (const period of periods) {
    const cycles = period <= 24 ? 7 : 2;
    for (let cycle = 1; cycle <= cycles; cycle++) {
      for (let offset = -2; offset <= 2; offset++) add(cycle * period + offset);
    }
  }
  return [...lags].sort((a, b) => a - b);
}

function fit(values: Float64Array, lags: readonly number[], shrinkage: number): Float64Array {
  const longest = lags.at(-1) ?? 1;
  const rows = values.length - longest;
  const columns = lags.length;
  const design = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) design[row * columns + i] = at(values, longest + row - (lags[i] ?? 1));
  }
  const penalties = new Float64Array(columns).fill(shrinkage * rows);
  return ridge({ values: design, rows, columns }, values.subarray(longest), penalties);
}

function extend(values: Float64Array, lags: readonly number[], weights: Float64Array, horizon: number): Float64Array {
  const n = values.length;
  const all = new Float64Array(n + horizon);
  all.set(values);
  let bound = 0;
  for (const value of values) bound = Math.max(bound, Math.abs(value));
  for (let step = 0; step < horizon; step++) {
    let sum = 0;
    for (let i = 0; i < lags.length; i++) sum += at(weights, i) * at(all, n + step - (lags[i] ?? 1));
    all[n + step] = Math.min(1.5 * bound, Math.max(-1.5 * bound, sum));
  }
  return all.subarray(n);
}

function standardised(values: Float64Array, forecast: (scaled: Float64Array) => Float64Array): Float64Array {
  const centre = mean(values);
  const scale = standardDeviation(values) || 1;
  return forecast(values.map((value) => (value - centre) / scale)).map((value) => centre + scale * value);
}

function longEnough(history: Float64Array, shape: SeriesShape): boolean {
  return history.length >= 3 * seasonalLags(history.length, shape.periods).length + 12;
}

/** Linear autoregression on recent and seasonal lags, shrunk; a level that wanders back to its mean. */
export const lagRegression: Predictor = {
  id: 'lag_regression',
  accepts: longEnough,
  predict: (history, horizon, shape) =>
    standardised(history, (scaled) => {
      const lags = seasonalLags(scaled.length, shape.periods);
      return extend(scaled, lags, fit(scaled, lags, 0.003), horizon);
    }),
};

/** The same on daily changes: a level that stays where it has gone. */
export const changeRegression: Predictor = {
  id: 'change_regression',
  accepts: longEnough,
  predict(history, horizon, shape) {
    const changes = Float64Array.from({ length: history.length - 1 }, (_, t) => at(history, t + 1) - at(history, t));
    const scale = standardDeviation(changes) || 1;
    const lags = seasonalLags(changes.length, shape.periods);
    const scaled = changes.map((value) => value / scale);
    const future = extend(scaled, lags, fit(scaled, lags, 0.01), horizon);
    let level = last(history);
    return future.map((change) => (level += change * scale));
  },
};

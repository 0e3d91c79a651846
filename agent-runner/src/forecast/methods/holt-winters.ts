import { at } from '../numeric/at.ts';
import { mean } from '../numeric/moments.ts';
import { minimise } from '../numeric/nelder-mead.ts';
import type { Predictor } from '../predictor.ts';

interface Fit {
  level: number;
  trend: number;
  season: Float64Array;
  squares: number;
}

function startingSeason(history: Float64Array, period: number): Float64Array {
  const cycles = Math.min(Math.floor(history.length / period), 5);
  const season = new Float64Array(period);
  for (let cycle = 0; cycle < cycles; cycle++) {
    const centre = mean(history.subarray(cycle * period, (cycle + 1) * period));
    for (let i = 0; i < period; i++) season[i] = at(season, i) + (at(history, cycle * period + i) - centre) / cycles;
  }
  return season;
}

function run(history: Float64Array, period: number, start: Float64Array, point: Float64Array): Fit {
  const [alpha, beta, gamma, phi] = [at(point, 0), at(point, 1), at(point, 2), at(point, 3)];
  const season = Float64Array.from(start);
  let level = mean(history.subarray(0, period));
  let trend = (mean(history.subarray(period, 2 * period)) - level) / period;
  let squares = 0;
  let slot = 0;
  for (let t = 0; t < history.length; t++) {
    const base = level + phi * trend;
    const error = at(history, t) - base - at(season, slot);
    if (t >= period) squares += error * error;
    level = base + alpha * error;
    trend = phi * trend + alpha * beta * error;
    season[slot] = at(season, slot) + gamma * (1 - alpha) * error;
    slot = slot + 1 === period ? 0 : slot + 1;
  }
  return { level, trend, season, squares };
}

/** Additive Holt-Winters with damped trend; at least two full cycles. */
export function holtWintersForecast(history: Float64Array, horizon: number, period: number): Float64Array {
  const start = startingSeason(history, period);
  const best = minimise(
    (point) => run(history, period, start, point).squares,
    [0.3, 0.05, 0.1, 0.95],
    { low: [0.0001, 0.0001, 0.0001, 0.8], high: [0.9999, 0.9999, 0.9999, 0.98] },
    160
  );
  const { level, trend, season } = run(history, period, start, best);
  const phi = at(best, 3);
  let damping = 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    damping += phi ** (step + 1);
    return level + damping * trend + at(season, (history.length + step) % period);
  });
}

export const holtWinters: Predictor = {
  id: 'holt_winters',
  accepts: (history, shape) => {
    const period = shape.periods[0] ?? 1;
    return period > 1 && period <= 60 && history.length >= 3 * period;
  },
  predict: (history, horizon, shape) => holtWintersForecast(history, horizon, shape.periods[0] ?? 1),
};

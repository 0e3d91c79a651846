import { at } from '../numeric/at.ts';
import { minimise } from '../numeric/nelder-mead.ts';

interface TrendState {
  level: number;
  trend: number;
  squares: number;
}

function run(history: Float64Array, alpha: number, beta: number, phi: number): TrendState {
  const lead = Math.min(history.length - 1, 8);
  let level = at(history, 0);
  let trend = lead > 0 ? (at(history, lead) - at(history, 0)) / lead : 0;
  let squares = 0;
  for (let t = 1; t < history.length; t++) {
    const predicted = level + phi * trend;
    const error = at(history, t) - predicted;
    squares += error * error;
    level = predicted + alpha * error;
    trend = phi * trend + alpha * beta * error;
  }
  return { level, trend, squares };
}

/** Damped additive trend (Gardner and McKenzie); phi between 0.8 and 0.98 as usual. */
export function dampedTrendForecast(history: Float64Array, horizon: number): Float64Array {
  if (history.length < 4) return new Float64Array(horizon).fill(at(history, history.length - 1));
  const best = minimise(
    (point) => run(history, at(point, 0), at(point, 1), at(point, 2)).squares,
    [0.4, 0.1, 0.93],
    { low: [0.0001, 0.0001, 0.8], high: [0.9999, 0.9999, 0.98] },
    140
  );
  const phi = at(best, 2);
  const { level, trend } = run(history, at(best, 0), at(best, 1), phi);
  let damping = 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    damping += phi ** (step + 1);
    return level + damping * trend;
  });
}

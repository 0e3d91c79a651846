import { seasonalScale } from './accuracy.ts';
import { at } from './numeric/at.ts';
import type { Predictor, SeriesShape } from './predictor.ts';

/** What one method forecast from one origin, beside what came. */
export interface OriginForecasts {
  readonly origin: number;
  readonly actual: Float64Array;
  readonly forecasts: ReadonlyMap<string, Float64Array>;
}

export interface BacktestSpec {
  readonly horizon: number;
  readonly shape: SeriesShape;
  readonly origins: number;
  /** Newest origins left out; 0 when not given. */
  readonly skip?: number;
}

/** Fewest values an origin may have seen. */
const shortestHistory = 12;

/** Ends of the training parts, newest first; the last `horizon` values stay out of every one of them. */
export function rollingOrigins(length: number, { horizon, origins, shape, skip = 0 }: BacktestSpec): number[] {
  const step = Math.max(1, horizon > 2 * (shape.periods[0] ?? 1) ? Math.ceil(horizon / 2) : horizon);
  const found: number[] = [];
  for (let k = skip; k < origins; k++) {
    const origin = length - horizon - k * step;
    if (origin < Math.max(shortestHistory, Math.min(2 * horizon, length / 2))) break;
    found.push(origin);
  }
  return found;
}

export function isUsable(forecast: Float64Array): boolean {
  return forecast.every((value) => Number.isFinite(value));
}

/** Every method forecasts from every origin, seeing only what lay before it. */
export function backtest(
  history: Float64Array,
  methods: readonly Predictor[],
  spec: BacktestSpec
): readonly OriginForecasts[] {
  return rollingOrigins(history.length, spec).map((origin) => {
    const seen = history.subarray(0, origin);
    const forecasts = new Map<string, Float64Array>();
    for (const method of methods) {
      if (!method.accepts(seen, spec.shape)) continue;
      const forecast = method.predict(seen, spec.horizon, spec.shape);
      if (isUsable(forecast)) forecasts.set(method.id, forecast);
    }
    return { origin, actual: history.subarray(origin, origin + spec.horizon), forecasts };
  });
}

/** Mean absolute error of one method over all origins; infinite when it was missing at one of them. */
export function pooledError(results: readonly OriginForecasts[], id: string): number {
  let sum = 0;
  let count = 0;
  for (const { actual, forecasts } of results) {
    const forecast = forecasts.get(id);
    if (!forecast) return Infinity;
    for (let t = 0; t < actual.length; t++) sum += Math.abs(at(actual, t) - at(forecast, t));
    count += actual.length;
  }
  return count === 0 ? Infinity : sum / count;
}

/** MASE of a pooled error; 0 when the history never moves. */
export function asMase(error: number, history: Float64Array, period: number): number {
  const scale = seasonalScale(history, Math.min(period, Math.max(1, history.length - 1)));
  return scale > 0 ? error / scale : 0;
}

import { at, last } from './numeric/at.ts';
import { forecastSeries } from './series-forecast.ts';

/** How unusual the newest value is. */
export interface AnomalyScore {
  /** Distance from the forecast in standard deviations of its backtest error; 0 when that is unknown. */
  readonly score: number;
  readonly expected: number;
  /** Outside the 95 % interval of a forecast that can be relied on. */
  readonly anomalous: boolean;
}

/** Scores the last value of a series against the forecast made from all values before it; undefined for a gap or too short a history. */
export function anomalyOfLast(values: Float64Array, periods: readonly number[]): AnomalyScore | undefined {
  const newest = values.length > 0 ? last(values) : Number.NaN;
  const before = values.subarray(0, values.length - 1);
  if (Number.isNaN(newest) || !before.some((value) => Number.isFinite(value))) return undefined;
  const forecast = forecastSeries({ values: before, horizon: 1, periods });
  const expected = at(forecast.point, 0);
  const { low, high } = forecast.interval(0.95);
  const spread = at(forecast.deviation, 0);
  const score = spread > 0 ? (newest - expected) / spread : 0;
  const outside = newest < at(low, 0) || newest > at(high, 0);
  return { score, expected, anomalous: outside && forecast.unreliable.length === 0 };
}

import { at } from '../numeric/at.ts';
import type { Predictor } from '../predictor.ts';
import { decompose } from './decomposition.ts';

/** Forecast of a series that has no season any more. */
export type PlainForecast = (history: Float64Array, horizon: number) => Float64Array;

/** Cycles on either side that shape a season: a weekly one changes slowly, a daily or yearly one is followed closely. */
function reachInCycles(period: number): number {
  return period <= 12 ? 40 : 6;
}

/** The seasons that can be estimated: at least two cycles each. */
export function usablePeriods(length: number, periods: readonly number[]): number[] {
  return periods.filter((period) => period > 1 && length >= 2 * period + 1);
}

/** Takes the seasons out, forecasts the rest, repeats the last cycle of each season. */
export function seasonallyAdjusted(id: string, plain: PlainForecast): Predictor {
  return {
    id,
    accepts: (history) => history.length >= 4,
    predict(history, horizon, shape) {
      const periods = usablePeriods(history.length, shape.periods);
      if (periods.length === 0) return plain(history, horizon);
      const { seasons, adjusted } = decompose(history, periods, reachInCycles);
      const forecast = plain(adjusted, horizon);
      for (const [index, period] of periods.entries()) {
        const season = seasons[index] ?? new Float64Array(history.length);
        const start = history.length - period;
        for (let step = 0; step < horizon; step++) {
          forecast[step] = at(forecast, step) + at(season, start + (step % period));
        }
      }
      return forecast;
    },
  };
}

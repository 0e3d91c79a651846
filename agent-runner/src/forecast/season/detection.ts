import { at } from '../numeric/at.ts';
import { mean } from '../numeric/moments.ts';
import { movingTrend } from './decomposition.ts';

/** Calendar seasons of hours, days, weeks, months and quarters. */
const calendarPeriods = [4, 7, 12, 24, 52] as const;

/** Correlation of a detrended series with itself one period earlier. */
export function seasonalCorrelation(values: Float64Array, period: number): number {
  const trend = movingTrend(values, period);
  const rest = values.map((value, t) => value - at(trend, t));
  const centre = mean(rest);
  let product = 0;
  let square = 0;
  for (let t = 0; t < rest.length; t++) {
    square += (at(rest, t) - centre) ** 2;
    if (t >= period) product += (at(rest, t) - centre) * (at(rest, t - period) - centre);
  }
  return square > 0 ? product / square : 0;
}

/** The strongest calendar season of a series that names none; empty when there is no clear one. */
export function detectPeriods(values: Float64Array): number[] {
  let best: { period: number; strength: number } | undefined;
  for (const period of calendarPeriods) {
    if (values.length < 2.5 * period || values.length < 16) continue;
    const strength = seasonalCorrelation(values, period);
    const noise = 1.645 * Math.sqrt(1 / values.length);
    if (strength > noise + 0.1 && strength > (best?.strength ?? 0) * 1.15) best = { period, strength };
  }
  return best ? [best.period] : [];
}

/** All seasons that come with a declared one: hours also have weeks, days also have years once two and a half are there. */
export function calendarSeasons(period: number, length: number): number[] {
  if (period === 24) return [24, 168];
  if (period === 7 && length >= 910) return [7, 364];
  return period > 1 ? [period] : [];
}

import { at } from '../../forecast/numeric/at.ts';
import type { DailySeries } from './company-history.ts';

/** Mean of the last known values; NaN when there is none. */
export function recentMean(series: DailySeries, days: number): number {
  let sum = 0;
  let count = 0;
  for (const value of series.subarray(Math.max(0, series.length - days))) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

export function recentSum(series: DailySeries, days: number): number {
  let sum = 0;
  for (const value of series.subarray(Math.max(0, series.length - days))) if (!Number.isNaN(value)) sum += value;
  return sum;
}

/**
 * Standard deviation by which the mean of `days` consecutive values differs from the mean of the same number before:
 * what chance alone does to a comparison of two periods, divided by √2 for one of them.
 */
export function chanceOfMean(series: DailySeries, days: number): number {
  const changes: number[] = [];
  for (let end = series.length; end - 2 * days >= 0; end -= Math.max(1, Math.floor(days / 2))) {
    const late = recentMean(series.subarray(end - days, end), days);
    const early = recentMean(series.subarray(end - 2 * days, end - days), days);
    if (!Number.isNaN(late) && !Number.isNaN(early)) changes.push(late - early);
  }
  if (changes.length < 3) return Number.NaN;
  let squares = 0;
  for (const change of changes) squares += change * change;
  return Math.sqrt(squares / changes.length / 2);
}

/** Day-to-day noise of a series: half the mean squared change between the same weekdays of consecutive weeks. */
export function weeklyNoise(series: DailySeries): number {
  let squares = 0;
  let count = 0;
  for (let t = 7; t < series.length; t++) {
    const change = at(series, t) - at(series, t - 7);
    if (Number.isNaN(change)) continue;
    squares += change * change;
    count++;
  }
  return count === 0 ? Number.NaN : Math.sqrt(squares / count / 2);
}

/** One business day of a KPI: a ratio's numerator and denominator, or a value alone (levels and quantiles). */
export interface DayValue {
  readonly at: Date;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sampleSize: number | null;
}

/** What the KPI would have been without the action: mean per day and the standard error of a mean over the window. */
export interface Baseline {
  readonly mean: number;
  readonly standardError: number;
  /** Deviation of each weekday (Sunday first) that is taken out of every day before means are compared. */
  readonly weekday: readonly number[];
  readonly method: string;
}

const maxLevelDays = 7;
const minHistory = 14;

export interface BaselineOptions {
  readonly windowDays: number;
  /** Business days since the incident began; the level is taken from these days alone, from at most the last seven. */
  readonly incidentDays: number;
}

/**
 * Forecast of the window mean from the days before the action: the level since the incident began (the action must be
 * measured against the incident, not against better days before it), adjusted by weekday over the last eight weeks.
 * The standard error comes from the same forecast made at every earlier origin (rolling origin), so autocorrelation is
 * in it. Null below 14 days of history.
 */
export function baselineOf(
  history: readonly DayValue[],
  { windowDays, incidentDays }: BaselineOptions
): Baseline | null {
  const days = history.filter((day): day is DayValue & { value: number } => day.value !== null);
  if (days.length < minHistory) return null;
  const weekday = weekdayEffects(days.slice(-56));
  const adjusted = days.map((day) => day.value - (weekday[day.at.getUTCDay()] ?? 0));
  const horizon = Math.max(1, Math.round(windowDays));
  const levelDays = Math.min(maxLevelDays, Math.max(1, Math.round(incidentDays)));
  const errors: number[] = [];
  for (let origin = levelDays; origin + horizon <= adjusted.length; origin += 1) {
    errors.push(mean(adjusted.slice(origin, origin + horizon)) - mean(adjusted.slice(origin - levelDays, origin)));
  }
  const standardError = errors.length >= 3 ? robustSpread(errors) : sampleError(adjusted.slice(-maxLevelDays), horizon);
  return {
    mean: mean(adjusted.slice(-levelDays)),
    standardError,
    weekday,
    method: `level of ${String(levelDays)} d, weekday-adjusted`,
  };
}

/** Mean of the realised days without their weekday effects, so that it compares with `Baseline.mean`. */
export function realisedMean({ weekday }: Baseline, window: readonly DayValue[]): number | null {
  const days = window.filter((day): day is DayValue & { value: number } => day.value !== null);
  if (days.length === 0) return null;
  return mean(days.map((day) => day.value - (weekday[day.at.getUTCDay()] ?? 0)));
}

/** Mean deviation of each weekday from the mean of its own week; 0 for a weekday with fewer than three values. */
function weekdayEffects(days: readonly { at: Date; value: number }[]): number[] {
  const byWeekday: number[][] = Array.from({ length: 7 }, () => []);
  for (const [index, day] of days.entries()) {
    const around = days.slice(Math.max(0, index - 3), index + 4);
    if (around.length === 7) byWeekday[day.at.getUTCDay()]?.push(day.value - mean(around.map(({ value }) => value)));
  }
  return byWeekday.map((deviations) => (deviations.length >= 3 ? median(deviations) : 0));
}

/** Root mean square of the errors with the largest tenth cut off: earlier incidents are not the noise of a quiet KPI. */
function robustSpread(errors: readonly number[]): number {
  const sorted = errors.map((error) => Math.abs(error)).sort((a, b) => a - b);
  const kept = sorted.slice(0, Math.max(3, Math.ceil(sorted.length * 0.9)));
  // 1.27 restores the standard deviation of a normal distribution cut at its central 90 %.
  return 1.27 * Math.sqrt(mean(kept.map((error) => error ** 2)));
}

function sampleError(values: readonly number[], horizon: number): number {
  const centre = mean(values);
  const variance = mean(values.map((value) => (value - centre) ** 2)) * (values.length / (values.length - 1));
  return Math.sqrt(variance * (1 / values.length + 1 / horizon));
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

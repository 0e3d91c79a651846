/** Days are counted from 1970-01-01 (UTC), times in whole seconds since then. */
export const daySeconds = 86_400;

export interface CalendarDay {
  day: number;
  year: number;
  /** 1–12 */
  month: number;
  dayOfMonth: number;
  daysInMonth: number;
  /** 0 = Sunday */
  weekday: number;
  dayOfYear: number;
}

export function dayOf(isoDate: string): number {
  const ms = Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`"${isoDate}" is no date; write it as YYYY-MM-DD`);
  return ms / 86_400_000;
}

export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function calendarDay(day: number): CalendarDay {
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  return {
    day,
    year,
    month,
    dayOfMonth: date.getUTCDate(),
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    weekday: (day + 4) % 7,
    dayOfYear: day - Date.UTC(year, 0, 1) / 86_400_000,
  };
}

const timeOfDay: string[] = [];
function clockText(second: number): string {
  const known = timeOfDay[second];
  if (known !== undefined) return known;
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
  timeOfDay[second] = text;
  return text;
}

const dateTexts = new Map<number, string>();
function dateText(day: number): string {
  const known = dateTexts.get(day);
  if (known !== undefined) return known;
  if (dateTexts.size > 4000) dateTexts.clear();
  const text = dateOf(day);
  dateTexts.set(day, text);
  return text;
}

/** ISO text of a time in seconds; a million of them are written per seed, hence the two caches. */
export function isoOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const day = Math.floor(whole / daySeconds);
  return dateText(day) + clockText(whole - day * daySeconds);
}

export function isWorkday(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** First day of the month that lies `months` after the month of `day`. */
export function monthStart(day: number, months: number): number {
  const { year, month } = calendarDay(day);
  return Date.UTC(year, month - 1 + months, 1) / 86_400_000;
}

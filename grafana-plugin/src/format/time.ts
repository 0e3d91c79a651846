const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const date = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dateTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A day as an analysis wrote it, `2026-10-06` or a moment of that day. */
export function formatPeriodDay(text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : shortDate.format(Date.parse(text));
}

/** A moment of the company's calendar (fields ending in AsOf). */
export function formatBusinessDate(instant: string): string {
  return date.format(Date.parse(instant));
}

export function formatBusinessDay(instant: string): string {
  return shortDate.format(Date.parse(instant));
}

/** A moment of real time (fields ending in At), in the reader's own zone. */
export function formatWallTime(instant: string): string {
  return dateTime.format(Date.parse(instant));
}

export function formatDuration(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  if (size < minute) {
    return `${Math.max(0, Math.round(size / second))} s`;
  }
  if (size < hour) {
    return `${Math.floor(size / minute)} min`;
  }
  if (size < day) {
    return `${Math.floor(size / hour)} h ${Math.floor((size % hour) / minute)} min`;
  }
  return `${Math.floor(size / day)} d ${Math.floor((size % day) / hour)} h`;
}

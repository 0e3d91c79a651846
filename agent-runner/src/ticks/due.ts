/** When something is to happen in business time: every day at an hour of a time zone. */
export interface DailySchedule {
  hour: number;
  timeZone: string;
}

const HOUR_MS = 3_600_000;

/**
 * The latest moment of the schedule that is not after `now`, or undefined when it is not after the last run. Days that
 * were missed are not made up for one by one: a state is taken once, as of the last of them.
 */
export function due({ hour, timeZone }: DailySchedule, lastRun: Date | null, now: Date): Date | undefined {
  const startOfHour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  for (let back = 0; back <= 25; back += 1) {
    const moment = new Date(startOfHour.getTime() - back * HOUR_MS);
    if (hourIn(timeZone, moment) !== hour) continue;
    return lastRun === null || moment > lastRun ? moment : undefined;
  }
  return undefined;
}

function hourIn(timeZone: string, moment: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(moment));
}

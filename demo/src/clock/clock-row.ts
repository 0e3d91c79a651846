import type { Db } from '@ai-cos/service-kit';
import { daySeconds as secondsPerDay, isoOf } from '../twin/calendar.ts';

/** Sets the clock to the beginning of a day; it stands there until facts of that day are written. */
export async function writeClock(db: Db, { atDay, daySeconds }: { atDay: number; daySeconds: number }): Promise<void> {
  await db.query(
    `INSERT INTO demo.clock (base_business, day_seconds, written_through, touched) VALUES ($1, $2, $1, $1)
     ON CONFLICT (id) DO UPDATE SET base_business = EXCLUDED.base_business, base_wall = clock_timestamp(),
       day_seconds = EXCLUDED.day_seconds, written_through = EXCLUDED.written_through, touched = EXCLUDED.touched`,
    [isoOf(atDay * secondsPerDay), daySeconds]
  );
}

/** Lets the clock run to the end of a day whose facts are written. */
export async function extendClock(db: Db, throughDay: number): Promise<void> {
  await db.query('SELECT demo.rebase_clock()');
  await db.query('UPDATE demo.clock SET written_through = $1', [isoOf((throughDay + 1) * secondsPerDay)]);
}

/** A restart may bring another pace; time does not jump. */
export async function setPace(db: Db, daySeconds: number): Promise<void> {
  await db.query('SELECT demo.rebase_clock()');
  await db.query('UPDATE demo.clock SET day_seconds = $1', [daySeconds]);
}

export interface ClockState {
  now: Date;
  rate: number;
  /** Wall seconds until the written facts end at the present pace; 0 when they have ended. */
  secondsLeft: number;
}

export async function readClock(db: Db): Promise<ClockState> {
  const { rows } = await db.query<{ now: Date; rate: number; left: number }>(
    `SELECT t.now, t.rate, extract(epoch FROM c.written_through - t.now)::float8 AS left FROM demo.business_clock() t, demo.clock c`
  );
  const row = rows[0];
  if (row === undefined) throw new Error('demo.clock has no row; run the migration and seed the demo company');
  return {
    now: row.now,
    rate: row.rate,
    secondsLeft: row.rate > 0 ? row.left / row.rate : row.left > 0 ? Infinity : 0,
  };
}

/** A person looks at the company; an urgent plan that waits slows the days down for `urgentSeconds` of wall time. */
export async function touchClock(db: Db, urgentSeconds = 0): Promise<void> {
  await db.query('SELECT demo.touch($1)', [urgentSeconds]);
}

import type { Db } from '@ai-cos/service-kit';

/** Wall time as the database has it: replicas with wrong clocks expire nothing early or late. */
export async function wallNow(db: Db): Promise<Date> {
  const { rows } = await db.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const row = rows[0];
  if (row === undefined) throw new Error('the database told no time');
  return row.at;
}

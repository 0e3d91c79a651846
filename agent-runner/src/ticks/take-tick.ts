import type { Db } from '@ai-cos/service-kit';

export async function lastTick(db: Db, job: string): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>(
    'SELECT max(tick_as_of) AS at FROM ai_cos_ticks WHERE job = $1',
    [job]
  );
  return rows[0]?.at ?? null;
}

/** True for the one replica that takes this tick: the row is the work. */
export async function takeTick(db: Db, job: string, tick: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    'INSERT INTO ai_cos_ticks (job, tick_as_of) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [job, tick]
  );
  return rowCount === 1;
}

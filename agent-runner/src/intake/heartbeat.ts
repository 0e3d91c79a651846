import type { Db } from '@ai-cos/service-kit';

const SILENCE_MINUTES = 3;

/** Since when the alert pipeline has been silent; null while it lives. */
export async function blindSince(db: Db): Promise<Date | null> {
  const { rows } = await db.query<{ lastSeenAt: Date }>(
    `SELECT max(last_seen_at) AS "lastSeenAt" FROM ai_cos_heartbeats
     HAVING max(last_seen_at) < clock_timestamp() - $1 * interval '1 minute'`,
    [SILENCE_MINUTES]
  );
  return rows[0]?.lastSeenAt ?? null;
}

/** The start counts as a sign of life, so that a pipeline that was never heard is noticed as well. */
export async function beginListening(db: Db): Promise<void> {
  await db.query(
    `INSERT INTO ai_cos_heartbeats (source) VALUES ('start')
     ON CONFLICT (source) DO UPDATE SET last_seen_at = clock_timestamp()`
  );
}

import type { Db } from '@ai-cos/service-kit';

const SILENCE_MINUTES = 3;

/** Since when the alert pipeline has been silent; null while it lives or before it was ever heard. */
export async function blindSince(db: Db): Promise<Date | null> {
  const { rows } = await db.query<{ lastSeenAt: Date }>(
    `SELECT max(last_seen_at) AS "lastSeenAt" FROM ai_cos_heartbeats
     HAVING max(last_seen_at) < clock_timestamp() - $1 * interval '1 minute'`,
    [SILENCE_MINUTES]
  );
  return rows[0]?.lastSeenAt ?? null;
}

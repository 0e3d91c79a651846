import type { Db } from '@ai-cos/service-kit';
import type { TimelineEntry } from '../contract/index.ts';

/** What happened to one row, oldest first, from the audit log. */
export async function timelineOf(db: Db, ref: string): Promise<TimelineEntry[]> {
  const { rows } = await db.query<Omit<TimelineEntry, 'at' | 'asOf'> & { at: Date; asOf: Date | null }>(
    `SELECT at, as_of AS "asOf", event, actor, route, coalesce(detail ->> 'reason', detail ->> 'code') AS detail
       FROM ai_cos_audit_log WHERE ref = $1 ORDER BY id LIMIT 500`,
    [ref]
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), asOf: row.asOf?.toISOString() ?? null }));
}

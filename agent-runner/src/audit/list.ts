import type { Db } from '@ai-cos/service-kit';
import type { AuditEntry } from '../contract/index.ts';

export interface AuditQuery {
  limit: number;
  /** Id of the last entry of the page before. */
  cursor?: string | undefined;
  ref?: string | undefined;
  event?: string | undefined;
}

type Row = Omit<AuditEntry, 'at' | 'asOf'> & { at: Date; asOf: Date | null };

/** Newest first; `seq` is the position in the chain, 0 while an intake row waits for the linker. */
export async function listAudit(db: Db, query: AuditQuery): Promise<(AuditEntry & { id: string })[]> {
  const { rows } = await db.query<Row & { id: string }>(
    `SELECT a.id::text, coalesce(l.seq, 0)::int AS seq, a.at, a.as_of AS "asOf", a.event, a.actor, a.route, a.ref, a.detail,
            l.hash
       FROM ai_cos_audit_log a LEFT JOIN ai_cos_audit_links l ON l.audit_id = a.id
      WHERE ($1::bigint IS NULL OR a.id < $1) AND ($2::text IS NULL OR a.ref = $2)
        AND ($3::text IS NULL OR a.event LIKE $3 || '%')
      ORDER BY a.id DESC LIMIT $4`,
    [query.cursor ?? null, query.ref ?? null, query.event ?? null, query.limit]
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), asOf: row.asOf?.toISOString() ?? null }));
}

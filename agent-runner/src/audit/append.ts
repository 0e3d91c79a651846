import type { Db } from '@ai-cos/service-kit';

export interface AuditEntryInput {
  event: string;
  ref: string | null;
  actor: string | null;
  route: string | null;
  /** Business time, where the entry has one. */
  asOf: Date | null;
  /** Ids, numbers, digests and reasons; never personal data. */
  detail?: Readonly<Record<string, unknown>>;
}

/** Appends one row; the chain takes it up when the transaction commits, a rollback leaves no trace. */
export async function appendAudit(db: Db, entry: AuditEntryInput): Promise<void> {
  await db.query(
    'INSERT INTO ai_cos_audit_log (event, ref, actor, route, as_of, detail) VALUES ($1, $2, $3, $4, $5, $6)',
    [entry.event, entry.ref, entry.actor, entry.route, entry.asOf, JSON.stringify(entry.detail ?? {})]
  );
}

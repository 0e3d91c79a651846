import type { Db } from '@ai-cos/service-kit';

const PAGE = 1_000;

/** Writes the chain as JSON lines, oldest first: what was hashed and the hashes, enough to verify it elsewhere. */
export async function exportAudit(db: Db, write: (line: string) => void): Promise<void> {
  let after = 0;
  for (let full = true; full;) {
    const { rows } = await db.query<{ seq: number; previousHash: string; hash: string; payload: string }>(
      `SELECT l.seq::int, l.previous_hash AS "previousHash", l.hash, ai_cos_audit_payload(a) AS payload
         FROM ai_cos_audit_links l JOIN ai_cos_audit_log a ON a.id = l.audit_id
        WHERE l.seq > $1 ORDER BY l.seq LIMIT $2`,
      [after, PAGE]
    );
    for (const row of rows) write(JSON.stringify(row));
    after = rows.at(-1)?.seq ?? after;
    full = rows.length === PAGE;
  }
}

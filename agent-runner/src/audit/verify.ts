import type { Db } from '@ai-cos/service-kit';
import { createHash } from 'node:crypto';
import type { AuditVerification } from '../contract/index.ts';

/** A link of the chain with what it covers: `payload` is the text that was hashed, undefined when its row is gone. */
export interface AuditLink {
  seq: number;
  previousHash: string;
  hash: string;
  payload: string | null;
}

export const GENESIS = '0'.repeat(64);

/** Follows the chain from a known hash; the first link that does not fit is named. Needs no database. */
export function verifyLinks(
  links: Iterable<AuditLink>,
  from: { seq: number; hash: string } = { seq: 0, hash: GENESIS }
): { seq: number; hash: string; brokenAt: number | null; reason: string | null } {
  let { seq, hash } = from;
  for (const link of links) {
    const reason = misfit(link, { seq: seq + 1, hash });
    if (reason !== null) return { seq, hash, brokenAt: seq + 1, reason };
    seq = link.seq;
    hash = link.hash;
  }
  return { seq, hash, brokenAt: null, reason: null };
}

function misfit(link: AuditLink, expected: { seq: number; hash: string }): string | null {
  if (link.seq !== expected.seq) return `entry ${String(expected.seq)} is missing, the next one is ${String(link.seq)}`;
  if (link.payload === null) return `the row of entry ${String(link.seq)} is gone`;
  if (link.previousHash !== expected.hash) return `entry ${String(link.seq)} does not follow the one before it`;
  const hash = createHash('sha256')
    .update(expected.hash + link.payload + String(link.seq))
    .digest('hex');
  return hash === link.hash ? null : `the content of entry ${String(link.seq)} is not what was recorded`;
}

const PAGE = 5_000;
/** Intake rows wait for the linker at most this long. */
const UNLINKED_SECONDS = 60;

/** Checks the chain in the database up to the head it had at the start: every link true, no row left out for long. */
export async function verifyAudit(db: Db): Promise<AuditVerification> {
  const head = await headOf(db);
  let at = { seq: 0, hash: GENESIS };
  while (at.seq < head.seq) {
    const links = await linksBetween(db, at.seq, head.seq);
    if (links.length === 0) {
      const reason = `the chain ends at ${String(at.seq)}, before its head ${String(head.seq)}`;
      return report(db, { ...at, valid: false, brokenAt: at.seq + 1, reason });
    }
    const result = verifyLinks(links, at);
    if (result.brokenAt !== null) return report(db, { ...result, valid: false });
    at = result;
  }
  if (head.hash !== at.hash) {
    return report(db, { ...at, valid: false, brokenAt: at.seq, reason: 'the head is not the hash of the last entry' });
  }
  const { late } = await unlinkedRows(db);
  const reason = late > 0 ? `${String(late)} rows were not linked in time` : null;
  return report(db, { ...at, valid: late === 0, brokenAt: null, reason });
}

async function report(
  db: Db,
  state: { seq: number; hash: string; valid: boolean; brokenAt: number | null; reason: string | null }
): Promise<AuditVerification> {
  const { all } = await unlinkedRows(db);
  return {
    valid: state.valid,
    entries: state.seq,
    unlinked: all,
    head: state.hash,
    brokenAt: state.brokenAt,
    reason: state.reason,
  };
}

async function linksBetween(db: Db, after: number, through: number): Promise<AuditLink[]> {
  const { rows } = await db.query<AuditLink>(
    `SELECT l.seq::int, l.previous_hash AS "previousHash", l.hash,
            CASE WHEN a.id IS NOT NULL THEN ai_cos_audit_payload(a) END AS payload
       FROM ai_cos_audit_links l LEFT JOIN ai_cos_audit_log a ON a.id = l.audit_id
      WHERE l.seq > $1 AND l.seq <= $2 ORDER BY l.seq LIMIT $3`,
    [after, through, PAGE]
  );
  return rows;
}

async function headOf(db: Db): Promise<{ seq: number; hash: string }> {
  const { rows } = await db.query<{ seq: number; hash: string }>('SELECT seq::int, hash FROM ai_cos_audit_head');
  return rows[0] ?? { seq: 0, hash: GENESIS };
}

async function unlinkedRows(db: Db): Promise<{ all: number; late: number }> {
  const { rows } = await db.query<{ all: number; late: number }>(
    `SELECT count(*)::int AS all,
            count(*) FILTER (WHERE a.at < clock_timestamp() - $1 * interval '1 second')::int AS late
       FROM ai_cos_audit_log a WHERE NOT EXISTS (SELECT 1 FROM ai_cos_audit_links l WHERE l.audit_id = a.id)`,
    [UNLINKED_SECONDS]
  );
  return rows[0] ?? { all: 0, late: 0 };
}

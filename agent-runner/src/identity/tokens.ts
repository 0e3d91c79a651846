import type { Db } from '@ai-cos/service-kit';
import { randomBytes } from 'node:crypto';
import { appendAudit } from '../audit/append.ts';
import { sha256Hex } from './secret.ts';

export interface TokenHolder {
  personId: string | null;
  service: string | null;
}

/** Makes a token for a person or a service; it is shown once and kept as a hash only. */
export async function createToken(
  db: Db,
  { holder, label, days }: { holder: { personId: string } | { service: string }; label: string; days?: number }
): Promise<string> {
  const token = `aicos_${randomBytes(32).toString('base64url')}`;
  const personId = 'personId' in holder ? holder.personId : null;
  const service = 'service' in holder ? holder.service : null;
  await db.query(
    `INSERT INTO ai_cos_tokens (hash, person_id, service, label, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 day')`,
    [sha256Hex(token), personId, service, label, days ?? null]
  );
  await appendAudit(db, {
    event: 'token.created',
    ref: personId ?? service,
    actor: 'owner',
    route: 'cli',
    asOf: null,
    detail: { label, days: days ?? null },
  });
  return token;
}

/** Ends every token of a person or service; returns how many. */
export async function revokeTokens(db: Db, holder: string): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE ai_cos_tokens SET revoked_at = clock_timestamp()
      WHERE (person_id = $1 OR service = $1) AND revoked_at IS NULL`,
    [holder]
  );
  await appendAudit(db, { event: 'token.revoked', ref: holder, actor: 'owner', route: 'cli', asOf: null });
  return rowCount ?? 0;
}

/** Whose valid token this is; undefined for an unknown, revoked or expired one. */
export async function tokenHolder(db: Db, token: string): Promise<TokenHolder | undefined> {
  const { rows } = await db.query<TokenHolder>(
    `SELECT person_id AS "personId", service FROM ai_cos_tokens
      WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > clock_timestamp())`,
    [sha256Hex(token)]
  );
  return rows[0];
}

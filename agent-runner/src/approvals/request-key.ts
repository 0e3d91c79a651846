import { DomainError, type Db } from '@ai-cos/service-kit';
import { digestOf } from '../actions/digest.ts';

export interface KeyedRequest {
  actor: string;
  key: string;
  /** What was asked; the same key with something else is refused. */
  request: unknown;
}

/**
 * Remembers a click: the first call returns undefined and holds the key until the transaction ends, a repeat returns
 * the stored answer.
 */
export async function answerOfKey<T>(db: Db, { actor, key, request }: KeyedRequest): Promise<T | undefined> {
  const digest = digestOf(request);
  const { rowCount } = await db.query(
    `INSERT INTO ai_cos_request_keys (actor, key, request_digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [actor, key, digest]
  );
  if (rowCount === 1) return undefined;
  const { rows } = await db.query<{ request_digest: string; response: T | null }>(
    'SELECT request_digest, response FROM ai_cos_request_keys WHERE actor = $1 AND key = $2',
    [actor, key]
  );
  const known = rows[0];
  if (known?.request_digest !== digest) {
    throw new DomainError('idempotency_key_reused', 'This idempotency key belongs to another request; use a new one.', {
      status: 409,
    });
  }
  return known.response ?? undefined;
}

/** Stores the answer of a key in the transaction that did the work. */
export async function rememberAnswer(db: Db, { actor, key }: Pick<KeyedRequest, 'actor' | 'key'>, response: unknown) {
  await db.query('UPDATE ai_cos_request_keys SET response = $3 WHERE actor = $1 AND key = $2', [
    actor,
    key,
    JSON.stringify(response),
  ]);
}

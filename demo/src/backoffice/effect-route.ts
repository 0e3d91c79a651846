import { createHash } from 'node:crypto';
import { DomainError, inTransaction, type PoolClient } from '@ai-cos/service-kit';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { BackOffice } from './context.ts';

interface StoredAnswer {
  method: string;
  path: string;
  body_digest: string;
  status: number;
  response: unknown;
}

export interface EffectRoute<B, P extends string> {
  path: P;
  body: z.ZodType<B>;
  /** Moves levers within the transaction that also stores the answer. */
  run: (db: PoolClient, body: B, params: Readonly<Record<string, string>>) => Promise<object>;
}

const key = z.string({ error: 'send an Idempotency-Key header of 8 to 200 characters' }).min(8).max(200);

/** A POST that changes something: once per key, whoever asks again gets the first answer. */
export function effectRoute<B, P extends string>(router: Router, office: BackOffice, route: EffectRoute<B, P>): void {
  router.post(route.path, async (request: Request, response: Response) => {
    const idempotencyKey = key.parse(request.header('idempotency-key'));
    const body = route.body.parse(request.body ?? {});
    const call = { key: idempotencyKey, method: 'POST', path: request.originalUrl, digest: digestOf(body) };
    const answer = await inTransaction(office.pool, async (db) => {
      // Two calls with one key wait for each other here.
      await db.query('SELECT pg_advisory_xact_lock(722042, hashtext($1))', [idempotencyKey]);
      const known = await storedAnswer(db, idempotencyKey);
      if (known !== null) return { replayed: true, ...checkSame(known, call) };
      const result = await route.run(db, body, request.params as Record<string, string>);
      await db.query(
        'INSERT INTO twin.idempotency (key, method, path, body_digest, status, response) VALUES ($1, $2, $3, $4, 201, $5)',
        [call.key, call.method, call.path, call.digest, JSON.stringify(result)]
      );
      return { replayed: false, status: 201, response: result };
    });
    if (answer.replayed) response.set('Idempotency-Replayed', 'true');
    response.status(answer.status).json(answer.response);
  });
}

export async function storedAnswer(
  db: Pick<PoolClient, 'query'>,
  idempotencyKey: string
): Promise<StoredAnswer | null> {
  const { rows } = await db.query<StoredAnswer>(
    'SELECT method, path, body_digest, status, response FROM twin.idempotency WHERE key = $1',
    [idempotencyKey]
  );
  return rows[0] ?? null;
}

function checkSame(known: StoredAnswer, call: { path: string; digest: string }): { status: number; response: unknown } {
  if (known.path === call.path && known.body_digest === call.digest)
    return { status: known.status, response: known.response };
  throw new DomainError(
    'idempotency_conflict',
    `This Idempotency-Key was used for ${known.method} ${known.path} with another body; take a new key for another call.`
  );
}

/** Digest of the parsed body with sorted keys, so that formatting does not matter. */
function digestOf(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

import type { Db } from '@ai-cos/service-kit';
import type { StreamMessage } from '../contract/index.ts';

export type OutboxTopic = Exclude<StreamMessage['topic'], 'resync'>;

/** Tells the outside that a row changed, in the transaction that changes it. */
export async function enqueueOutbox(
  db: Db,
  { topic, ref, rowVersion }: { topic: OutboxTopic; ref: string | null; rowVersion?: number | null }
): Promise<void> {
  await db.query('INSERT INTO ai_cos_outbox (topic, ref, row_version) VALUES ($1, $2, $3)', [
    topic,
    ref,
    rowVersion ?? null,
  ]);
}

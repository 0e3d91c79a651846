import type { Db } from '@ai-cos/service-kit';
import type { Sweep } from '../dispatch/sweeper.ts';

const BATCH = 5_000;

/** Forgets published messages after a day and answers of clicks after a week: nothing grows for ever. */
export function retentionSweep(db: Db): Sweep {
  return async () => {
    const messages = await db.query(
      `DELETE FROM ai_cos_outbox WHERE id IN (
         SELECT id FROM ai_cos_outbox WHERE pub_seq IS NOT NULL AND created_at < clock_timestamp() - interval '1 day'
          ORDER BY id LIMIT $1)`,
      [BATCH]
    );
    const answers = await db.query(
      `DELETE FROM ai_cos_request_keys WHERE (actor, key) IN (
         SELECT actor, key FROM ai_cos_request_keys WHERE created_at < clock_timestamp() - interval '7 days' LIMIT $1)`,
      [BATCH]
    );
    return (messages.rowCount ?? 0) + (answers.rowCount ?? 0);
  };
}

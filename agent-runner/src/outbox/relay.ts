import { inTransaction, type Logger, type Pool } from '@ai-cos/service-kit';
import type { Bus } from '../bus/bus.ts';

export interface Relay {
  /** Publishes what is waiting now; resolves when done. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const BATCH = 500;

/**
 * Gives outbox rows their publication number, gapless and in the order of commits, and hints the bus. One relay works
 * at a time across replicas: the head row is its lock.
 */
export function createRelay({
  pool,
  bus,
  log,
  everyMs = 100,
}: {
  pool: Pool;
  bus: Bus;
  log: Logger;
  everyMs?: number;
}): Relay {
  let closed = false;
  let running: Promise<void> = Promise.resolve();

  async function publish(): Promise<void> {
    for (let full = true; full && !closed;) {
      const { count, head } = await publishBatch(pool);
      if (count > 0) bus.publish({ pubSeq: head });
      full = count === BATCH;
    }
  }
  function flush(): Promise<void> {
    running = running.then(publish).catch((error: unknown) => {
      log.error({ err: error }, 'publishing the outbox failed');
    });
    return running;
  }
  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();

  return {
    flush,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function publishBatch(pool: Pool): Promise<{ count: number; head: number }> {
  const waiting = await pool.query('SELECT 1 FROM ai_cos_outbox WHERE pub_seq IS NULL LIMIT 1');
  if (waiting.rowCount === 0) return { count: 0, head: 0 };
  return inTransaction(pool, async (client) => {
    const head = await client.query<{ pub_seq: string }>(
      'SELECT pub_seq FROM ai_cos_outbox_head FOR UPDATE SKIP LOCKED'
    );
    if (head.rows[0] === undefined) return { count: 0, head: 0 };
    const from = Number(head.rows[0].pub_seq);
    const { rowCount } = await client.query(
      `UPDATE ai_cos_outbox o SET pub_seq = $1::bigint + w.place
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS place
                 FROM (SELECT id FROM ai_cos_outbox WHERE pub_seq IS NULL ORDER BY id LIMIT $2) AS batch) AS w
        WHERE o.id = w.id`,
      [from, BATCH]
    );
    const count = rowCount ?? 0;
    await client.query('UPDATE ai_cos_outbox_head SET pub_seq = $1', [from + count]);
    return { count, head: from + count };
  });
}

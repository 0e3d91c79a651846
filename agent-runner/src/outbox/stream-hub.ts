import type { Db, Logger } from '@ai-cos/service-kit';
import type { Gauge } from 'prom-client';
import type { Bus } from '../bus/bus.ts';
import type { StreamMessage } from '../contract/index.ts';

export interface PublishedMessage extends StreamMessage {
  pubSeq: number;
}

export type StreamListener = (message: PublishedMessage) => void;

export interface StreamHub {
  /** Messages after a publication number, oldest first; undefined when that part is no longer kept: reload. */
  replay(after: number): Promise<PublishedMessage[] | undefined>;
  /** Publication number of the newest message. */
  head(): Promise<number>;
  subscribe(listener: StreamListener): () => void;
  close(): Promise<void>;
}

const REPLAY_LIMIT = 5_000;

/**
 * Reads published outbox rows once per process and hands them to every client; the bus only says when to look, a slow
 * poll covers what it loses.
 */
export function createStreamHub({
  db,
  bus,
  log,
  clients,
  pollMs = 1_000,
}: {
  db: Db;
  bus: Bus;
  log: Logger;
  clients: Gauge;
  pollMs?: number;
}): StreamHub {
  const listeners = new Set<StreamListener>();
  let position: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  async function readOn(): Promise<void> {
    position ??= await head();
    for (const message of await read(db, position)) {
      position = message.pubSeq;
      for (const listener of listeners) listener(message);
    }
  }
  function look(): void {
    if (listeners.size === 0) {
      position = undefined;
      return;
    }
    if (running !== undefined) {
      again = true;
      return;
    }
    running = readOn()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'the stream could not be read');
      })
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          look();
        }
      });
  }
  async function head(): Promise<number> {
    const { rows } = await db.query<{ head: string }>('SELECT pub_seq AS head FROM ai_cos_outbox_head');
    return Number(rows[0]?.head ?? 0);
  }
  const unsubscribe = bus.subscribe(look);
  const timer = setInterval(look, pollMs);
  timer.unref();

  return {
    head,
    async replay(after) {
      const { rows } = await db.query<{ oldest: string | null }>('SELECT min(pub_seq) AS oldest FROM ai_cos_outbox');
      const newest = await head();
      const oldest = Number(rows[0]?.oldest ?? newest + 1);
      if (after > newest || after + 1 < oldest || newest - after > REPLAY_LIMIT) return undefined;
      return read(db, after);
    },
    subscribe(listener) {
      listeners.add(listener);
      clients.set(listeners.size);
      look();
      return () => {
        listeners.delete(listener);
        clients.set(listeners.size);
      };
    },
    async close() {
      clearInterval(timer);
      unsubscribe();
      listeners.clear();
      await running;
    },
  };
}

async function read(db: Db, after: number): Promise<PublishedMessage[]> {
  const { rows } = await db.query<Omit<PublishedMessage, 'pubSeq'> & { pubSeq: string }>(
    `SELECT pub_seq AS "pubSeq", topic, ref, row_version AS "rowVersion" FROM ai_cos_outbox
      WHERE pub_seq > $1 ORDER BY pub_seq LIMIT $2`,
    [after, REPLAY_LIMIT]
  );
  return rows.map((row) => ({ ...row, pubSeq: Number(row.pubSeq) }));
}

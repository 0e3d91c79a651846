import type { Db, Logger } from '@ai-cos/service-kit';
import { PgBoss } from 'pg-boss';
import type { Queue } from './queues.ts';

/** Wakes somebody up about a row. The row is the truth: the handler reads it again and may find nothing to do. */
export interface Dispatcher {
  /** Within the caller's transaction: a rollback takes the job back. */
  send(db: Db, queue: Queue, job: { id: string }, options?: { startAfter?: Date | { inMs: number } }): Promise<void>;
  work(queue: Queue, handler: (id: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface DispatcherOptions {
  url: string;
  log: Logger;
  /** Jobs of one queue handled at the same time. */
  concurrency?: number;
}

export async function createDispatcher({ url, log, concurrency = 4 }: DispatcherOptions): Promise<Dispatcher> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'ai-cos-dispatch',
    max: 6,
    migrate: false,
    schedule: false,
    supervise: true,
    monitorIntervalSeconds: 10,
    useListenNotify: true,
  });
  boss.on('error', (error) => {
    log.error({ err: error }, 'dispatcher failed');
  });
  await boss.start();
  return {
    async send(db, queue, { id }, { startAfter } = {}) {
      await boss.send(queue, { id }, { db: transactionOf(db), ...(startAfter && { startAfter: startOf(startAfter) }) });
    },
    async work(queue, handler) {
      await boss.work<{ id: string }>(
        queue,
        { pollingIntervalSeconds: 2, localConcurrency: concurrency },
        async (jobs) => {
          for (const { data } of jobs) await handled(queue, data.id, handler, log);
        }
      );
    },
    async close() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function handled(queue: Queue, id: string, handler: (id: string) => Promise<void>, log: Logger): Promise<void> {
  try {
    await handler(id);
  } catch (error) {
    log.error({ err: error, queue, id }, 'job failed, it will be tried again');
    throw error;
  }
}

function transactionOf(db: Db): { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } {
  return { executeSql: (text, values) => db.query(text, values) };
}

function startOf(startAfter: Date | { inMs: number }): Date | number {
  return startAfter instanceof Date ? startAfter : Math.max(1, Math.ceil(startAfter.inMs / 1000));
}

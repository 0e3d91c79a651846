import type { Dispatcher } from '../../src/dispatch/dispatcher.ts';
import type { Queue } from '../../src/dispatch/queues.ts';

export interface RecordedDispatcher extends Dispatcher {
  readonly sent: { queue: Queue; id: string }[];
  /** Runs the handler of a queue for a row, as a worker would. */
  run(queue: Queue, id: string): Promise<void>;
}

/** Remembers what was sent instead of handing it to workers; tests run handlers when they want to. */
export function recordedDispatcher(): RecordedDispatcher {
  const sent: { queue: Queue; id: string }[] = [];
  const handlers = new Map<Queue, (id: string) => Promise<void>>();
  return {
    sent,
    send(_db, queue, { id }) {
      sent.push({ queue, id });
      return Promise.resolve();
    },
    work(queue, handler) {
      handlers.set(queue, handler);
      return Promise.resolve();
    },
    async run(queue, id) {
      const handler = handlers.get(queue);
      if (handler === undefined) throw new Error(`nobody works on ${queue}`);
      await handler(id);
    },
    close: () => Promise.resolve(),
  };
}

import type { Logger } from '@ai-cos/service-kit';
import type { Metrics } from '../telemetry/metrics.ts';
import { measured } from '../telemetry/metrics.ts';
import { processInbox, type ProcessOptions } from './process-inbox.ts';

export interface InboxWorker {
  /** Asks for a look at the inbox; many calls while one is running cost one more look. */
  wake(): void;
  /** Handles everything waiting now; resolves with the number of alerts. */
  drain(): Promise<number>;
  close(): Promise<void>;
}

export function createInboxWorker(options: ProcessOptions & { log: Logger; metrics: Metrics }): InboxWorker {
  const { log, metrics } = options;
  let wanted = false;
  let closed = false;
  let running: Promise<number> | undefined;

  async function run(): Promise<number> {
    let handled = 0;
    for (let found = 1; found > 0 && !closed;) {
      found = await measured(metrics, 'intake', () => processInbox(options));
      handled += found;
    }
    return handled;
  }
  function drain(): Promise<number> {
    running ??= run().finally(() => {
      running = undefined;
      if (wanted && !closed) {
        wanted = false;
        wake();
      }
    });
    return running;
  }
  function wake(): void {
    if (running !== undefined) {
      wanted = true;
      return;
    }
    drain().catch((error: unknown) => {
      log.error({ err: error }, 'the inbox could not be processed; the sweeper tries again');
    });
  }
  return {
    wake,
    drain,
    async close() {
      closed = true;
      await running?.catch(() => undefined);
    },
  };
}

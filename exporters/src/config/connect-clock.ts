import { clockFrom, createPool, type Clock, type Logger } from '@ai-cos/service-kit';
import { setTimeout as after } from 'node:timers/promises';

export interface ClockOptions {
  readonly spec: string;
  readonly url: string;
  readonly log: Logger;
}

const retryMs = 2_000;
const reportEveryMs = 10_000;

/**
 * The business clock on a connection of its own, so that no KPI query makes it wait. Without its database there is no business
 * time: a `sql:` clock is waited for as long as it takes.
 */
export async function connectClock({ spec, url, log }: ClockOptions): Promise<Clock> {
  let reportedMs = Number.NEGATIVE_INFINITY;
  const onError = (error: unknown): void => {
    if (performance.now() - reportedMs < reportEveryMs) return;
    reportedMs = performance.now();
    log.warn({ err: error }, 'the business clock cannot be read');
  };
  const db = createPool({ url, applicationName: 'ai-cos-exporters-clock', max: 1, onError });
  for (;;) {
    try {
      const clock = await clockFrom({ spec, db, onError });
      return closing(clock, () => db.end());
    } catch (error) {
      if (!spec.startsWith('sql:')) throw error;
      onError(error);
      await after(retryMs);
    }
  }
}

function closing(clock: Clock, release: () => Promise<void>): Clock {
  return {
    now: () => clock.now(),
    get rate() {
      return clock.rate;
    },
    async close() {
      await clock.close();
      await release();
    },
  };
}

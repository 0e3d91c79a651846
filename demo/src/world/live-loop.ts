import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger, Pool } from '@ai-cos/service-kit';
import { readClock } from '../clock/clock-row.ts';
import { dateOf } from '../twin/calendar.ts';
import type { LiveWorld } from './live-world.ts';

const longestWaitMs = 500;
const retryMs = 2000;

/** Writes a day whenever the clock has used up the written facts; ends when the signal is aborted. */
export async function runLiveLoop(pool: Pool, world: LiveWorld, log: Logger, signal: AbortSignal): Promise<void> {
  while (!isAborted(signal)) {
    try {
      const { secondsLeft } = await readClock(pool);
      if (secondsLeft > 0) {
        await sleep(Math.min(longestWaitMs, secondsLeft * 1000), undefined, { signal });
        continue;
      }
      const figures = await world.writeNextDay();
      log.debug({ date: dateOf(figures.day), orders: figures.orders }, 'business day written');
    } catch (error) {
      if (isAborted(signal)) return;
      log.error({ err: error }, 'the business day could not be written; trying again');
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Read anew after every wait: it changes from outside. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/**
 * Business time. `now()` is the company's present (the demo's runs faster than the wall), `rate` how many business
 * seconds pass per wall second; 0 means the clock stands still.
 */
export interface Clock {
  now(): Date;
  readonly rate: number;
  close(): Promise<void>;
}

export type ClockSpec = { kind: 'wall' } | { kind: 'fixed'; at: Date } | { kind: 'sql'; query: string };

/** `wall`, `fixed:<ISO instant>` or `sql:<query returning now, rate>`; throws with the accepted forms otherwise. */
export function parseClockSpec(text: string): ClockSpec {
  if (text === 'wall') return { kind: 'wall' };
  if (text.startsWith('fixed:')) {
    const at = new Date(text.slice('fixed:'.length));
    if (!Number.isNaN(at.getTime())) return { kind: 'fixed', at };
  }
  if (text.startsWith('sql:') && text.length > 'sql:'.length) return { kind: 'sql', query: text.slice('sql:'.length) };
  throw new Error(`AICOS_CLOCK is "${text}"; use wall, fixed:<ISO instant> or sql:<query returning now, rate>`);
}

export interface ClockReading {
  now: Date;
  rate: number;
}

export function wallClock(): Clock {
  return { now: () => new Date(), rate: 1, close: () => Promise.resolve() };
}

export function fixedClock(at: Date): Clock {
  return { now: () => new Date(at), rate: 0, close: () => Promise.resolve() };
}

export interface PolledClockOptions {
  read: () => Promise<ClockReading>;
  onError: (error: unknown) => void;
  everyMs?: number;
}

/**
 * Follows a clock that can pause and change pace: reads it every `everyMs` (250) and moves on at its rate in between,
 * never back and never more than two periods ahead of the last reading.
 */
export async function polledClock({ read, onError, everyMs = 250 }: PolledClockOptions): Promise<Clock> {
  let reading = await read();
  let readAtMs = performance.now();
  let latest = reading.now.getTime();
  let busy = false;

  async function refresh(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      reading = await read();
      readAtMs = performance.now();
    } catch (error) {
      onError(error);
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void refresh(), everyMs);
  timer.unref();

  return {
    now() {
      const aheadMs = Math.min(performance.now() - readAtMs, 2 * everyMs) * reading.rate;
      latest = Math.max(latest, reading.now.getTime() + aheadMs);
      return new Date(latest);
    },
    get rate() {
      return reading.rate;
    },
    close() {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}

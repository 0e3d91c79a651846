import { setTimeout as pause } from 'node:timers/promises';

type PollOptions<T> = {
  what: string;
  ask: () => Promise<T | undefined>;
  timeoutMs: number;
  abort: AbortSignal;
};

const INTERVAL_MS = 500;

/** Asks until there is an answer; throws with what was waited for when the time is over. */
export async function poll<T>({ what, ask, timeoutMs, abort }: PollOptions<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() >= deadline) throw new Error(`gave up after ${timeoutMs / 1000} s waiting for ${what}`);
    await pause(INTERVAL_MS, undefined, { signal: abort });
  }
}

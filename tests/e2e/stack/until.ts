import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is defined; throws what was waited for when the time is over. */
export async function until<T>(what: string, timeoutMs: number, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline)
      throw new Error(`gave up after ${String(timeoutMs / 1000)} s waiting for ${what}`);
    await pause(200);
  }
}

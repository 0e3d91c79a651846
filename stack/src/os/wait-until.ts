import { setTimeout as pause } from 'node:timers/promises';

type WaitOptions = { timeoutMs: number; intervalMs?: number };

/** Asks again until the answer is yes; false when the time is over. */
export async function waitUntil(ask: () => boolean | Promise<boolean>, options: WaitOptions): Promise<boolean> {
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    if (await ask()) return true;
    if (performance.now() >= deadline) return false;
    await pause(options.intervalMs ?? 50);
  }
}

import { print } from '../print.ts';

/** Runs one step of the start and prints how long it took; `result` may add what the person should know. */
export async function step<T>(title: string, work: () => Promise<T>, note?: (result: T) => string): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  print(`  ${title.padEnd(34)} ${seconds.padStart(6)} s${note === undefined ? '' : `   ${note(result)}`}`);
  return result;
}

import { spawnChild, lastLines } from './spawn-child.ts';
import { endProcess } from './end-process.ts';

export type Task = { name: string; command: string; args: readonly string[]; env: Readonly<Record<string, string>> };

/** Runs a child that ends by itself, such as a migration; throws with the end of its log when it fails. */
export async function runTask(task: Task, logFolder: string, signal: AbortSignal): Promise<void> {
  const record = { ...task, ready: () => Promise.resolve(true), readyWithinMs: 0, stopSignal: 'SIGTERM' as const };
  const child = spawnChild(record, logFolder);
  const { pid } = child.process;
  const abort = (): void => {
    if (pid !== undefined) void endProcess({ pid, signal: 'SIGTERM', graceMs: 5_000 });
  };
  signal.addEventListener('abort', abort);
  const how = await child.ended;
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (how === 'exit code 0') return;
  throw new Error(`${task.name} failed (${how}); the end of ${child.logFile}:\n${lastLines(child.logFile, 15)}`);
}

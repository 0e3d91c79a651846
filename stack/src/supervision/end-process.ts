import { isRunning, signalProcess, startTimeOf } from '../os/process-identity.ts';
import { waitUntil } from '../os/wait-until.ts';

type EndOptions = { pid: number; startTime?: string | undefined; signal: NodeJS.Signals; graceMs: number };

/** Asks a process to end, insists after the grace time, and returns when it is gone. */
export async function endProcess({ pid, startTime, signal, graceMs }: EndOptions): Promise<void> {
  const identity = startTime ?? startTimeOf(pid);
  if (identity === undefined || !isRunning(pid, identity)) return;
  const gone = (): boolean => !isRunning(pid, identity);
  signalProcess(pid, signal);
  if (await waitUntil(gone, { timeoutMs: graceMs, intervalMs: 20 })) return;
  // Children lead a process group of their own: what they spawned goes with them.
  signalProcess(-pid, 'SIGKILL');
  await waitUntil(gone, { timeoutMs: 5_000, intervalMs: 20 });
}

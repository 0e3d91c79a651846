import { isRunning, signalProcess, startTimeOf } from '../os/process-identity.ts';
import { waitUntil } from '../os/wait-until.ts';

/** Fast shutdown first, then immediate shutdown (crash recovery at next start), then no choice left. */
const STEPS: { signal: NodeJS.Signals; timeoutMs: number }[] = [
  { signal: 'SIGINT', timeoutMs: 15_000 },
  { signal: 'SIGQUIT', timeoutMs: 5_000 },
  { signal: 'SIGKILL', timeoutMs: 5_000 },
];

/** Stops a server and returns when it is gone, also when it is gone already. */
export async function stopPostmaster(pid: number): Promise<void> {
  const startTime = startTimeOf(pid);
  if (startTime === undefined) return;
  for (const { signal, timeoutMs } of STEPS) {
    if (!signalProcess(pid, signal)) return;
    if (await waitUntil(() => !isRunning(pid, startTime), { timeoutMs, intervalMs: 10 })) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) survived SIGKILL: its disk is probably not answering`);
}

import { isRunning } from '../os/process-identity.ts';
import { endProcess } from './end-process.ts';
import { readPidFiles, removePidFile } from './pid-file.ts';

/** Stops what a launcher that was killed left running, last started first; answers the names. */
export async function stopLeftovers(runFolder: string, graceMs: number): Promise<string[]> {
  const stopped: string[] = [];
  for (const { name, pid, startTime, stopSignal } of readPidFiles(runFolder)) {
    if (isRunning(pid, startTime)) {
      await endProcess({ pid, startTime, signal: stopSignal, graceMs });
      stopped.push(name);
    }
    removePidFile(runFolder, name);
  }
  return stopped;
}

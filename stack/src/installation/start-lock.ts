import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRunning, startTimeOf } from '../os/process-identity.ts';

type Holder = { pid: number; startTime: string };

/** One launcher per state folder: a second one would stop the children of the first as leftovers. */
export function acquireStartLock(runFolder: string): () => void {
  const file = join(runFolder, 'launcher.json');
  const holder = holderOf(file);
  if (holder !== undefined && isRunning(holder.pid, holder.startTime)) {
    throw new Error(
      `AI-COS already runs from this state folder (pid ${holder.pid}): stop it with Ctrl-C first, ` +
        'or set AICOS_HOME to another folder for a second installation'
    );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) }));
  return () => {
    rmSync(file, { force: true });
  };
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // No file, or one cut short by a kill: nobody holds the lock.
    return undefined;
  }
}

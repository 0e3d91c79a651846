import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRunning, startTimeOf } from '../os/process-identity.ts';
import type { Installation, Urls } from './installation.ts';

/** What other commands need to know of an installation that is up; it holds no secret. */
export type Running = {
  pid: number;
  startTime: string | undefined;
  urls: Urls;
  isDemo: boolean;
  companyFile: string | undefined;
  /** Undefined when the database is somebody else's. */
  postgresPort: number | undefined;
};

export function announceRunning({ state, urls, isDemo, companyFile, databases }: Installation): void {
  const running: Running = {
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    urls,
    isDemo,
    companyFile,
    postgresPort: databases.cluster?.port,
  };
  writeFileSync(fileIn(state.run), JSON.stringify(running, null, 2));
}

/** The installation that `npm start` keeps up from a state folder; undefined when there is none. */
export function findRunning(runFolder: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(fileIn(runFolder), 'utf8')) as Running;
    return isRunning(running.pid, running.startTime) ? running : undefined;
  } catch {
    // Never started, or cut short by a kill: nothing runs.
    return undefined;
  }
}

function fileIn(runFolder: string): string {
  return join(runFolder, 'installation.json');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRunning, startTimeOf } from '../os/process-identity.ts';
import type { Urls } from './installation.ts';

/** What other commands need to know of an installation that is up; it holds no secret. */
export type Running = { pid: number; startTime: string | undefined; urls: Urls; isDemo: boolean };

export function announceRunning(runFolder: string, { urls, isDemo }: Pick<Running, 'urls' | 'isDemo'>): void {
  const running: Running = { pid: process.pid, startTime: startTimeOf(process.pid), urls, isDemo };
  writeFileSync(fileIn(runFolder), JSON.stringify(running, null, 2));
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

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startTimeOf } from '../os/process-identity.ts';

/** What a later launcher needs to recognise and stop a child that this one could not stop. */
export type PidFile = { name: string; pid: number; startTime: string; order: number; stopSignal: 'SIGTERM' | 'SIGINT' };

export function writePidFile(folder: string, entry: Omit<PidFile, 'startTime'>): void {
  const startTime = startTimeOf(entry.pid);
  if (startTime === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, entry.name), JSON.stringify({ ...entry, startTime }));
}

export function removePidFile(folder: string, name: string): void {
  rmSync(fileOf(folder, name), { force: true });
}

/** Every pid file of a folder, last started first. */
export function readPidFiles(folder: string): PidFile[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((file) => file.endsWith('.pid.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as PidFile)
    .toSorted((a, b) => b.order - a.order);
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${name}.pid.json`);
}

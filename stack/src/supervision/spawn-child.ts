import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { commandEnvironment } from '../config/env.ts';
import type { ChildRecord } from '../processes/record.ts';
import { ROOT } from '../root.ts';

const LARGEST_LOG = 50 * 1024 * 1024;

export type SpawnedChild = { process: ChildProcess; logFile: string; ended: Promise<string> };

/**
 * Starts a child in a process group of its own (Ctrl-C reaches only us) with its output in a file (it outlives us
 * without meeting a closed pipe). `ended` resolves with how it ended.
 */
export function spawnChild(record: ChildRecord, logFolder: string): SpawnedChild {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${record.name}.log`);
  keepLogSmall(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const { PATH, HOME } = commandEnvironment();
  const child = spawn(record.command, record.args, {
    cwd: record.cwd ?? ROOT,
    env: { PATH, HOME, NODE_NO_WARNINGS: '1', ...record.env },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${String(code)}`));
  });
  return { process: child, logFile, ended };
}

/** The end of a log, for the message about a child that failed. */
export function lastLines(logFile: string, count: number): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

function keepLogSmall(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(logFile, `${logFile}.old`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRunning } from '@ai-cos/stack/src/installation/running.ts';
import { inject } from 'vitest';
import type { StackProcess } from './stack-process.ts';

/** The installation the run's global set-up started; it is stopped there. */
export function sharedStack(): Pick<StackProcess, 'home' | 'urls' | 'env' | 'secret'> {
  const { home, env } = inject('stack');
  const running = findRunning(join(home, 'run'));
  if (running === undefined) throw new Error('the installation of this test run is gone');
  return { home, env, urls: running.urls, secret: (name) => readFileSync(join(home, 'secrets', name), 'utf8').trim() };
}

/** Process id of a child of the launcher, by the name in its record. */
export function childPid({ home }: { home: string }, name: string): number {
  const file = readFileSync(join(home, 'run', `${name}.pid.json`), 'utf8');
  return (JSON.parse(file) as { pid: number }).pid;
}

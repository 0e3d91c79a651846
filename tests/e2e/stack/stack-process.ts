import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandEnvironment } from '@ai-cos/stack/src/config/env.ts';
import { findRunning, type Running } from '@ai-cos/stack/src/installation/running.ts';
import { freePorts } from './free-ports.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const startTimeoutMs = 240_000;

export interface StackProcess {
  readonly home: string;
  readonly urls: Running['urls'];
  /** Environment of the launcher: commands of the same installation run with it. */
  readonly env: Readonly<Record<string, string>>;
  secret(name: string): string;
  /** Everything printed so far. */
  output(): string;
  /** Ctrl-C: every child is stopped in order. */
  stop(): Promise<void>;
  /** SIGKILL of the launcher and everything it started, PostgreSQL included. */
  kill(): Promise<void>;
}

export type Addresses = Readonly<Record<string, string>>;

/** One free port per service, kept over restarts of the same installation. */
export async function addresses(): Promise<Addresses> {
  const names = ['UI', 'RUNNER', 'EXPORTERS', 'PROMETHEUS', 'ALERTMANAGER', 'PG', 'BACKOFFICE'];
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [`AICOS_${name}_PORT`, String(ports[index])]));
}

/** Runs `npm start` as a newcomer would, in a state folder of its own, and waits for the one address it prints. */
export async function startStack(home: string, env: Addresses): Promise<StackProcess> {
  const { PATH = '', HOME = '' } = commandEnvironment();
  const environment = { PATH, HOME, AICOS_HOME: home, ...env };
  const child = spawn(process.execPath, ['stack/src/main.ts', 'start'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const running = await waitUntilUp(home, child, () => output);
  return {
    home,
    urls: running.urls,
    env: environment,
    secret: (name) => readFileSync(join(home, 'secrets', name), 'utf8').trim(),
    output: () => output,
    stop: () => ended(child, 'SIGINT'),
    kill: async () => {
      const below = descendants(child);
      await ended(child, 'SIGKILL');
      for (const pid of below) killNow(pid);
    },
  };
}

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

async function waitUntilUp(home: string, child: ChildProcess, output: () => string): Promise<Running> {
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline) {
    const running = findRunning(join(home, 'run'));
    if (running !== undefined && running.pid === child.pid) return running;
    if (child.exitCode !== null) throw new Error(`npm start ended with ${String(child.exitCode)}:\n${output()}`);
    await pause(250);
  }
  await ended(child, 'SIGKILL');
  throw new Error(`npm start was not up in time:\n${output()}`);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('close', () => {
      resolve();
    });
    child.kill(signal);
  });
}

/** A process that ended by itself in between is as dead as we want it. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Every process below the launcher, deepest first. */
function descendants({ pid }: ChildProcess): number[] {
  if (pid === undefined) return [];
  const found: number[] = [];
  const visit = (parent: number): void => {
    const list = readFileSync(`/proc/${String(parent)}/task/${String(parent)}/children`, 'utf8').trim();
    for (const child of list === '' ? [] : list.split(' ').map(Number)) {
      visit(child);
      found.push(child);
    }
  };
  visit(pid);
  return found;
}

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter } from 'node:path';

import { commandEnvironment } from '../config/env.ts';
import { inRoot, ROOT } from '../root.ts';

export type CommandResult = { code: number; output: string };
type RunOptions = { cwd?: string; env?: Record<string, string>; show?: 'all' | 'nothing' };

/** Runs a command to its end with the repository's tools first on PATH; never throws for a failing command. */
export async function runCommand(command: string, args: string[], options: RunOptions = {}): Promise<CommandResult> {
  const env = commandEnvironment();
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...env, ...options.env, PATH: [inRoot('node_modules', '.bin'), env['PATH']].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  const collect = (chunk: Buffer, to: NodeJS.WriteStream): void => {
    chunks.push(chunk);
    if (options.show === 'all') to.write(chunk);
  };
  child.stdout.on('data', (chunk: Buffer) => collect(chunk, process.stdout));
  child.stderr.on('data', (chunk: Buffer) => collect(chunk, process.stderr));
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message));
      resolve(127);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/** Runs tasks side by side, as many as the machine has cores, and answers in their order. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  async function worker(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, item] = next;
      results[index] = await work(item);
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), items.length) }, worker));
  return results;
}

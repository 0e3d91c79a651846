import { spawn, type SpawnOptions } from 'node:child_process';

import type { Account } from '../os/account.ts';

/** Runs one of PostgreSQL's own tools to its end; throws with what it printed when it fails. */
export async function runTool(
  command: string,
  args: string[],
  options: { account?: Account | undefined; cwd: string }
) {
  const child = spawn(command, args, {
    ...serverSpawnOptions(options.account, options.cwd),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} failed (${code}): ${Buffer.concat(output).toString('utf8').trim()}`);
}

/** The server sees neither our environment (it holds secrets) nor the terminal's Ctrl-C (we stop it in our own order). */
export function serverSpawnOptions(account: Account | undefined, cwd: string): SpawnOptions {
  return { cwd, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, detached: true, ...account };
}

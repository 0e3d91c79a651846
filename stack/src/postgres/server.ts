import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Account } from '../os/account.ts';
import { waitUntil } from '../os/wait-until.ts';
import { accepts } from './connection.ts';
import { serverSpawnOptions } from './run-tool.ts';
import { stopPostmaster } from './stop.ts';

type LaunchOptions = {
  binaries: string;
  dataFolder: string;
  socketFolder: string;
  port: number;
  listenAddresses: string;
  settings?: Record<string, string>;
  account: Account | undefined;
  probeUrl: string;
};

const READY_TIMEOUT_MS = 60_000;

/** Starts the server process, waits until it accepts connections and answers its pid. */
export async function launchServer(options: LaunchOptions): Promise<number> {
  const home = dirname(options.dataFolder);
  const logFile = join(home, 'server.log');
  const log = openSync(logFile, 'a', 0o600);
  if (options.account !== undefined) chownSync(logFile, options.account.uid, options.account.gid);
  const child = spawn(join(options.binaries, 'bin', 'postgres'), serverArguments(options), {
    ...serverSpawnOptions(options.account, home),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`));
  child.unref();
  const ready = await waitUntil(async () => ended !== undefined || (await accepts(options.probeUrl)), {
    timeoutMs: READY_TIMEOUT_MS,
  });
  const { pid } = child;
  if (ready && ended === undefined && pid !== undefined) return pid;
  if (pid !== undefined && ended === undefined) await stopPostmaster(pid);
  throw new Error(
    `PostgreSQL did not start (${ended ?? 'no answer in time'}); last lines of ${logFile}:\n${tail(logFile)}`
  );
}

function serverArguments(options: LaunchOptions): string[] {
  const settings: Record<string, string> = {
    unix_socket_directories: options.socketFolder,
    unix_socket_permissions: '0700',
    listen_addresses: options.listenAddresses,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const args = ['-D', options.dataFolder, '-p', String(options.port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  return args;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

import { chownSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { serverAccount } from '../os/account.ts';
import { ensurePrivateFolder } from '../os/private-folder.ts';
import { ensureSecret } from '../os/secret-file.ts';
import { locateBinaries } from './binaries.ts';
import { accepts, socketUrl, type Endpoint } from './connection.ts';
import { initialise, SUPERUSER } from './initialise.ts';
import { runningPostmaster, type Postmaster } from './postmaster-file.ts';
import { launchServer } from './server.ts';
import { socketFolderFor } from './socket-folder.ts';
import { stopPostmaster } from './stop.ts';

export type ClusterOptions = {
  /** Folder of this cluster; the server's user must be able to reach it. */
  home: string;
  /** Where a copy of the binaries goes when the installed ones cannot be used in place. */
  binariesFolder: string;
  port: number;
  /** Empty = socket only. */
  listenAddresses: '' | '127.0.0.1' | '0.0.0.0';
  settings?: Record<string, string>;
  /** How often a start is tried, with growing pauses; right after a kill the first tries may fail. */
  attempts?: number;
};

export type Cluster = Endpoint & {
  pid: number;
  /** True when a server left running by an earlier launcher was taken over. */
  adopted: boolean;
  superuserPassword: string;
  superuserUrl: (database?: string) => string;
  stop: () => Promise<void>;
};

const START_ATTEMPTS = 6;

/** Starts PostgreSQL on a folder of its own, or takes over the server that already runs there. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = serverAccount();
  ensurePrivateFolder(options.home, account);
  const secretFile = join(options.home, 'superuser-secret');
  const superuserPassword = ensureSecret(secretFile);
  if (account !== undefined) chownSync(secretFile, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
  const dataFolder = join(options.home, 'data');
  const socketFolder = socketFolderFor(options.home);
  ensurePrivateFolder(socketFolder, account);
  const superuserUrl = (database = 'postgres'): string =>
    socketUrl({ socketFolder, port: options.port }, SUPERUSER, superuserPassword, database);

  const adopted = await adopt(dataFolder, { ...options, socketFolder }, superuserUrl());
  const binaries = locateBinaries(account, options.binariesFolder);
  if (adopted === undefined) {
    await initialise({
      binaries,
      home: options.home,
      dataFolder,
      account,
      password: superuserPassword,
      durable: options.settings?.['fsync'] !== 'off',
    });
  }
  const pid =
    adopted?.pid ??
    (await startWithRetry(options.attempts ?? START_ATTEMPTS, () =>
      launchServer({ ...options, binaries, dataFolder, socketFolder, account, probeUrl: superuserUrl() })
    ));
  return {
    pid,
    socketFolder,
    port: options.port,
    adopted: adopted !== undefined,
    superuserPassword,
    superuserUrl,
    stop: () => stopPostmaster(pid),
  };
}

/** A server that listens where we want and knows our secret is kept; any other one on our folder is stopped. */
async function adopt(
  dataFolder: string,
  wanted: Endpoint & { listenAddresses: string },
  url: string
): Promise<Postmaster | undefined> {
  const found = existsSync(dataFolder) ? runningPostmaster(dataFolder) : undefined;
  if (found === undefined) return undefined;
  const fits =
    found.port === wanted.port &&
    found.socketFolder === wanted.socketFolder &&
    found.listenAddresses === wanted.listenAddresses;
  if (fits && (await accepts(url))) return found;
  await stopPostmaster(found.pid);
  return undefined;
}

/** Right after a kill the old server's lock file or shared memory may still be held for a second. */
async function startWithRetry(attempts: number, launch: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === attempts) throw error;
      await pause(100 * 2 ** attempt);
    }
  }
}

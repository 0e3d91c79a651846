import { chownSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Account } from '../os/account.ts';
import { runTool } from './run-tool.ts';

type InitialiseOptions = {
  binaries: string;
  home: string;
  dataFolder: string;
  account: Account | undefined;
  password: string;
  /** False for clusters that are thrown away: their creation need not reach the disk. */
  durable: boolean;
};

export const SUPERUSER = 'postgres';

/** Creates the data folder once; what a killed first attempt left behind is removed. */
export async function initialise({
  binaries,
  home,
  dataFolder,
  account,
  password,
  durable,
}: InitialiseOptions): Promise<void> {
  const complete = join(home, 'initialised');
  if (existsSync(complete)) return;
  rmSync(dataFolder, { recursive: true, force: true });
  const passwordFile = join(home, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  try {
    await runTool(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${dataFolder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { account, cwd: home }
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(complete, '');
}

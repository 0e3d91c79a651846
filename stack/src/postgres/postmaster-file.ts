import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRunning } from '../os/process-identity.ts';

/** What a running server says about itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; socketFolder: string; listenAddresses: string };

/** The server that still runs on a data folder, for instance after its launcher was killed. */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, folder, , port, socketFolder, listenAddresses] = readFileSync(file, 'utf8').split('\n');
  if (folder !== dataFolder || !isRunning(Number(pid)) || !isServerOf(Number(pid), dataFolder)) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder ?? '',
    listenAddresses: listenAddresses ?? '',
  };
}

/** After a reboot the pid in a stale file may belong to anything: its command line must name this folder. */
function isServerOf(pid: number, dataFolder: string): boolean {
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataFolder);
}

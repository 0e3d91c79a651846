import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { StateFolder } from '../installation/state-folder.ts';
import type { ChildRecord } from './record.ts';

/** Cache and fan-out only, so nothing is written to disk; reached through a socket in the private run folder. */
export function redisProcess(state: StateFolder, binary: string): ChildRecord & { url: string } {
  const socket = join(state.run, 'redis.sock');
  return {
    name: 'redis',
    url: socket,
    command: binary,
    args: ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--save', '', '--appendonly', 'no'],
    // An unpacked package brings its shared libraries along.
    env: { LD_LIBRARY_PATH: join(dirname(dirname(binary)), 'lib', 'x86_64-linux-gnu') },
    cwd: state.run,
    ready: () => Promise.resolve(existsSync(socket)),
    readyWithinMs: 5_000,
    stopSignal: 'SIGTERM',
  };
}

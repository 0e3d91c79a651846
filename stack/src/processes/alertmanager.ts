import { join } from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { answersAt, type ChildRecord } from './record.ts';
import { unpackedRoot } from './unpacked-root.ts';

/** Groups alerts and calls the runner's webhook; alone, so without the gossip port. */
export function alertmanagerProcess({ env, state, ports, urls }: Installation, binary: string): ChildRecord {
  return {
    name: 'alertmanager',
    port: ports.alertmanager,
    command: binary,
    args: [
      `--config.file=${join(state.generated, 'alertmanager', 'alertmanager.yml')}`,
      `--storage.path=${state.alertmanager}`,
      `--web.listen-address=${env.AICOS_BIND}:${ports.alertmanager}`,
      `--web.external-url=${urls.alertmanager}`,
      '--cluster.listen-address=',
    ],
    env: {},
    cwd: unpackedRoot(binary),
    ready: answersAt(`${urls.alertmanager}/-/ready`),
    readyWithinMs: 30_000,
    stopSignal: 'SIGTERM',
  };
}

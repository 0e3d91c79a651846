import { join } from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** Scrapes, evaluates the generated rules, keeps the history. */
export function prometheusProcess({ env, state, ports, urls }: Installation, binary: string): ChildRecord {
  return {
    name: 'prometheus',
    command: binary,
    args: [
      `--config.file=${join(state.generated, 'prometheus', 'prometheus.yml')}`,
      `--storage.tsdb.path=${state.prometheus}`,
      '--storage.tsdb.retention.time=400d',
      `--web.listen-address=${env.AICOS_BIND}:${ports.prometheus}`,
      `--web.external-url=${urls.prometheus}`,
    ],
    env: {},
    ready: answersAt(`${urls.prometheus}/-/ready`),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
  };
}

import { join } from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { timeScaleOf } from '../provisioning/values.ts';
import { answersAt, type ChildRecord } from './record.ts';
import { unpackedRoot } from './unpacked-root.ts';

/** Scrapes, evaluates the generated rules, keeps the history. */
export function prometheusProcess(installation: Installation, binary: string): ChildRecord {
  const { env, state, ports, urls } = installation;
  return {
    name: 'prometheus',
    port: ports.prometheus,
    command: binary,
    args: [
      `--config.file=${join(state.generated, 'prometheus', 'prometheus.yml')}`,
      `--storage.tsdb.path=${state.prometheus}`,
      '--storage.tsdb.retention.time=400d',
      `--rules.alert.resend-delay=${resendSeconds(installation.daySeconds)}s`,
      `--web.listen-address=${env.AICOS_BIND}:${ports.prometheus}`,
      `--web.external-url=${urls.prometheus}`,
    ],
    env: {},
    cwd: unpackedRoot(binary),
    ready: answersAt(`${urls.prometheus}/-/ready`),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
  };
}

/** An alert that Alertmanager missed (it was starting) comes again after a minute, in compressed time sooner. */
function resendSeconds(daySeconds: number): number {
  return Math.min(60, 5 * timeScaleOf(daySeconds).evaluationSeconds);
}

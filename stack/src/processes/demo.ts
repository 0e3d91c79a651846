import type { Installation } from '../installation/installation.ts';
import { inRoot } from '../root.ts';
import { definedOnly } from './environment.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** The simulated company: its days pass here, and its back office takes our actions. */
export function demoProcess(installation: Installation): ChildRecord {
  const { env, urls, ports } = installation;
  return {
    name: 'demo',
    port: ports.backoffice,
    command: process.execPath,
    args: [inRoot('demo/src/main.ts')],
    env: definedOnly({
      ...demoEnvironment(installation),
      AICOS_BACKOFFICE_PORT: ports.backoffice,
      AICOS_BACKOFFICE_TOKEN_FILE: installation.secretFiles['backoffice-token'],
      AICOS_BIND: env.AICOS_BIND,
    }),
    // Its history is still being written then: see `hasHistory`.
    ready: answersAt(`${urls.backoffice}/healthz`),
    readyWithinMs: 30_000,
    stopSignal: 'SIGTERM',
  };
}

/** True once 30 months of simulated business are in the database. */
export function hasHistory({ urls }: Installation): Promise<boolean> {
  return answersAt(`${urls.backoffice}/readyz`)();
}

/** What the demo's commands need as well: migrate, seed, scenario, import. */
export function demoEnvironment({ env, databases, daySeconds }: Installation): Record<string, string> {
  return definedOnly({
    AICOS_DEMO_DATABASE_URL: databases.demoOwnerUrl,
    AICOS_DAY_SECONDS: daySeconds,
    AICOS_DEMO_SCALE: env.AICOS_DEMO_SCALE,
  });
}

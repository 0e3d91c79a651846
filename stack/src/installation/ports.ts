import type { StackEnvironment } from '../config/env.ts';
import { choosePort } from '../ports.ts';

/** Every service that listens on a port, with its variable and its default. */
const DEFAULTS = {
  ui: { variable: 'AICOS_UI_PORT', preferred: 3000 },
  runner: { variable: 'AICOS_RUNNER_PORT', preferred: 8787 },
  exporters: { variable: 'AICOS_EXPORTERS_PORT', preferred: 9464 },
  prometheus: { variable: 'AICOS_PROMETHEUS_PORT', preferred: 9090 },
  alertmanager: { variable: 'AICOS_ALERTMANAGER_PORT', preferred: 9093 },
  backoffice: { variable: 'AICOS_BACKOFFICE_PORT', preferred: 8790 },
} as const;
export type Ports = Record<keyof typeof DEFAULTS, number>;

/** Free ports for all services, those that a person set first: a default must not take a port that was asked for. */
export async function choosePorts(env: StackEnvironment): Promise<Ports> {
  const entries = Object.entries(DEFAULTS).toSorted(([, a], [, b]) => rank(env, a.variable) - rank(env, b.variable));
  const taken = new Set<number>();
  const ports: Partial<Record<string, number>> = {};
  for (const [name, { variable, preferred }] of entries) {
    const port = await choosePort({ variable, chosen: env[variable], preferred }, env.AICOS_BIND, taken);
    taken.add(port);
    ports[name] = port;
  }
  return ports as Ports;
}

function rank(env: StackEnvironment, variable: (typeof DEFAULTS)[keyof typeof DEFAULTS]['variable']): number {
  return env[variable] === undefined ? 1 : 0;
}

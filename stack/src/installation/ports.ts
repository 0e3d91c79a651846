import type { StackEnvironment } from '../config/env.ts';
import { reservePort, type ReservedPort } from '../ports.ts';

/** Every service that listens on a port, with its variable and its default. */
const DEFAULTS = {
  ui: { variable: 'AICOS_UI_PORT', preferred: 3000 },
  runner: { variable: 'AICOS_RUNNER_PORT', preferred: 8787 },
  exporters: { variable: 'AICOS_EXPORTERS_PORT', preferred: 9464 },
  prometheus: { variable: 'AICOS_PROMETHEUS_PORT', preferred: 9090 },
  alertmanager: { variable: 'AICOS_ALERTMANAGER_PORT', preferred: 9093 },
  backoffice: { variable: 'AICOS_BACKOFFICE_PORT', preferred: 8790 },
} as const;
type ServiceName = keyof typeof DEFAULTS;
export type Ports = Record<ServiceName, number>;

export type PortReservations = {
  ports: Ports;
  /** Gives a port to the service that is about to start on it. */
  handOver: (port: number) => Promise<void>;
  releaseAll: () => Promise<void>;
};

/** Holds a port for each service, those that a person set first: a default must not take a port that was asked for. */
export async function reservePorts(env: StackEnvironment): Promise<PortReservations> {
  const names = (Object.keys(DEFAULTS) as ServiceName[]).toSorted((a, b) => rank(env, a) - rank(env, b));
  const reserved = new Map<number, ReservedPort>();
  const ports: Partial<Ports> = {};
  for (const name of names) {
    const { variable, preferred } = DEFAULTS[name];
    const reservation = await reservePort({ variable, chosen: env[variable], preferred }, env.AICOS_BIND);
    reserved.set(reservation.port, reservation);
    ports[name] = reservation.port;
  }
  const handOver = async (port: number): Promise<void> => {
    await reserved.get(port)?.release();
    reserved.delete(port);
  };
  return {
    ports: ports as Ports,
    handOver,
    releaseAll: async () => {
      for (const port of reserved.keys()) await handOver(port);
    },
  };
}

function rank(env: StackEnvironment, name: ServiceName): number {
  return env[DEFAULTS[name].variable] === undefined ? 1 : 0;
}

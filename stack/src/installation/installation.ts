import type { StackEnvironment } from '../config/env.ts';
import type { Databases } from './databases.ts';
import type { Ports } from './ports.ts';
import type { ensureSharedSecrets } from './secrets.ts';
import type { StateFolder } from './state-folder.ts';

/** What all child records are made from: decided once, before the first child starts. */
export type Installation = {
  env: StackEnvironment;
  state: StateFolder;
  ports: Ports;
  databases: Databases;
  secretFiles: ReturnType<typeof ensureSharedSecrets>;
  /** True when the company is the simulated one. */
  isDemo: boolean;
  /** Wall seconds of one business day. */
  daySeconds: number;
  clock: string;
  companyFile: string | undefined;
  urls: Urls;
};

/** Addresses without trailing slash, ours or somebody else's. */
export type Urls = {
  exporters: string;
  runner: string;
  prometheus: string;
  alertmanager: string;
  backoffice: string;
  ui: string;
};

const DEMO_DAY_SECONDS = 20;
const PRODUCTION_DAY_SECONDS = 86_400;
const DEMO_CLOCK = 'sql:select now, rate from demo.business_clock()';

type Parts = Pick<Installation, 'env' | 'state' | 'ports' | 'databases' | 'secretFiles'> & { demoCompanyFile: string };

/** Fills in everything that follows from the environment and from what is there. */
export function describeInstallation({ demoCompanyFile, ...parts }: Parts): Installation {
  const { env, ports } = parts;
  const isDemo = parts.databases.demoOwnerUrl !== undefined;
  const local = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    ...parts,
    isDemo,
    daySeconds: env.AICOS_DAY_SECONDS ?? (isDemo ? DEMO_DAY_SECONDS : PRODUCTION_DAY_SECONDS),
    clock: env.AICOS_CLOCK ?? (isDemo ? DEMO_CLOCK : 'wall'),
    companyFile: env.AICOS_COMPANY_FILE ?? (isDemo ? demoCompanyFile : undefined),
    urls: {
      exporters: withoutSlash(env.AICOS_EXPORTERS_URL ?? local(ports.exporters)),
      runner: local(ports.runner),
      prometheus: withoutSlash(env.AICOS_PROMETHEUS_URL ?? local(ports.prometheus)),
      alertmanager: withoutSlash(env.AICOS_ALERTMANAGER_URL ?? local(ports.alertmanager)),
      backoffice: local(ports.backoffice),
      ui: withoutSlash(env.GRAFANA_URL ?? local(ports.ui)),
    },
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

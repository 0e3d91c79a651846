import type { Installation } from '../installation/installation.ts';
import { timeScaleOf } from '../provisioning/values.ts';
import { inRoot } from '../root.ts';
import { definedOnly } from './environment.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** Computes the 40 KPIs from the company's database. */
export function exportersProcess(installation: Installation): ChildRecord {
  const { env, urls, ports, databases, secretFiles } = installation;
  return {
    name: 'exporters',
    port: ports.exporters,
    command: process.execPath,
    args: [inRoot('exporters/src/main.ts')],
    env: definedOnly({
      AICOS_SOURCE_URL: databases.sourceUrl,
      AICOS_CLOCK: installation.clock,
      AICOS_EXPORTERS_PORT: ports.exporters,
      AICOS_COMPANY_FILE: installation.companyFile,
      AICOS_KPIS_FILE: env.AICOS_KPIS_FILE ?? (installation.isDemo ? inRoot('demo/kpis.yaml') : undefined),
      AICOS_PROMETHEUS_URL: urls.prometheus,
      AICOS_DAY_SECONDS: installation.daySeconds,
      AICOS_RESTRICTED_TOKEN_FILE: secretFiles['restricted-token'],
      AICOS_SCRAPE_SECONDS: timeScaleOf(installation.daySeconds).scrapeSeconds,
      AICOS_BIND: env.AICOS_BIND,
    }),
    ready: answersAt(`${urls.exporters}/readyz`),
    readyWithinMs: 120_000,
    stopSignal: 'SIGTERM',
  };
}

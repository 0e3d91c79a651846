import { join } from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { inRoot } from '../root.ts';
import { definedOnly } from './environment.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** Intake, coordination, approval, execution, verification. */
export function runnerProcess(installation: Installation, redisUrl: string | undefined): ChildRecord {
  const { env, urls, ports, databases, secretFiles, isDemo } = installation;
  return {
    name: 'agent-runner',
    port: ports.runner,
    command: process.execPath,
    args: [inRoot('agent-runner/src/main.ts')],
    env: definedOnly({
      DATABASE_URL: databases.aicosAppUrl,
      AICOS_SOURCE_URL: databases.sourceUrl,
      AICOS_EFFECTS_URL: databases.effectsUrl,
      AICOS_EXPORTERS_URL: urls.exporters,
      AICOS_PROMETHEUS_URL: urls.prometheus,
      AICOS_ALERTMANAGER_URL: urls.alertmanager,
      AICOS_RUNNER_PORT: ports.runner,
      AICOS_CLOCK: installation.clock,
      AICOS_DAY_SECONDS: installation.daySeconds,
      AICOS_COMPANY_FILE: installation.companyFile,
      AICOS_POLICY_FILE: env.AICOS_POLICY_FILE,
      AICOS_WEBHOOK_TOKEN_FILE: secretFiles['webhook-token'],
      AICOS_PLUGIN_TOKEN_FILE: secretFiles['plugin-token'],
      AICOS_RESTRICTED_TOKEN_FILE: secretFiles['restricted-token'],
      AICOS_BACKOFFICE_URL: isDemo ? urls.backoffice : undefined,
      AICOS_BACKOFFICE_TOKEN_FILE: isDemo ? secretFiles['backoffice-token'] : undefined,
      AICOS_AUDIT_ANCHOR_FILE: join(installation.state.home, 'audit-anchors.jsonl'),
      REDIS_URL: redisUrl,
      GRAFANA_URL: urls.ui,
      AICOS_BIND: env.AICOS_BIND,
      OTEL_EXPORTER_OTLP_ENDPOINT: env.OTEL_EXPORTER_OTLP_ENDPOINT,
      OLLAMA_URL: env.OLLAMA_URL,
      SLACK_WEBHOOK_URL: env.SLACK_WEBHOOK_URL,
    }),
    ready: answersAt(`${urls.runner}/readyz`),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
  };
}

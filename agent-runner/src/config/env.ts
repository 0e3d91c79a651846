import { parseEnv, port } from '@ai-cos/service-kit';
import { z } from 'zod';

const Environment = z.object({
  DATABASE_URL: z.url(),
  AICOS_SOURCE_URL: z.url().optional(),
  AICOS_EFFECTS_URL: z.url().optional(),
  REDIS_URL: z.string().optional(),
  AICOS_EXPORTERS_URL: z.url().default('http://127.0.0.1:9464'),
  AICOS_RESTRICTED_TOKEN_FILE: z.string().optional(),
  AICOS_PROMETHEUS_URL: z.url().optional(),
  AICOS_ALERTMANAGER_URL: z.string().optional(),
  AICOS_BACKOFFICE_URL: z.url().optional(),
  AICOS_BACKOFFICE_TOKEN_FILE: z.string().optional(),
  AICOS_RUNNER_PORT: port.default(8787),
  AICOS_BIND: z.string().default('127.0.0.1'),
  AICOS_COMPANY_FILE: z.string().optional(),
  AICOS_POLICY_FILE: z.string().optional(),
  AICOS_CONNECTORS_FILE: z.string().optional(),
  AICOS_WEBHOOK_TOKEN_FILE: z.string().optional(),
  AICOS_PLUGIN_TOKEN_FILE: z.string().optional(),
  GRAFANA_URL: z.string().optional(),
  AICOS_GRAFANA_KEYS_URL: z.url().optional(),
  AICOS_GRAFANA_ORGS: z.string().default('1'),
  AICOS_CLOCK: z.string().default('wall'),
  AICOS_DAY_SECONDS: z.coerce.number().positive().default(86_400),
  AICOS_AUDIT_ANCHOR_FILE: z.string().optional(),
  AICOS_AUDIT_KEY_FILE: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OLLAMA_URL: z.url().optional(),
  SLACK_WEBHOOK_URL: z.url().optional(),
  AICOS_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** The one place of this workspace that reads the environment. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return parseEnv(Environment, env);
}

/** Every variable, for files that refer to secrets by the name of one. */
export function allVariables(): NodeJS.ProcessEnv {
  return process.env;
}

const MigrationEnvironment = z.object({ AICOS_DATABASE_OWNER_URL: z.url() });

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string } {
  return { ownerUrl: parseEnv(MigrationEnvironment, env).AICOS_DATABASE_OWNER_URL };
}

const CliEnvironment = z.object({
  AICOS_RUNNER_URL: z.url().default('http://127.0.0.1:8787'),
  AICOS_TOKEN: z.string().optional(),
  AICOS_TOKEN_FILE: z.string().optional(),
  DATABASE_URL: z.url().optional(),
  AICOS_EXPORTERS_URL: z.url().default('http://127.0.0.1:9464'),
  AICOS_DATABASE_OWNER_URL: z.url().optional(),
  AICOS_COMPANY_FILE: z.string().optional(),
  AICOS_POLICY_FILE: z.string().optional(),
  SLACK_WEBHOOK_URL: z.url().optional(),
});
export type CliEnvironment = z.infer<typeof CliEnvironment>;

export function readCliEnvironment(env: NodeJS.ProcessEnv = process.env): CliEnvironment {
  return parseEnv(CliEnvironment, env);
}

import type { Company } from '@ai-cos/catalog';
import { ConfigError, loadCompany, readSecretFile } from '@ai-cos/service-kit';
import { loadConnectorsFile, secretResolver, type ConnectorsFile } from '../connectors/settings.ts';
import type { Policy } from '../governance/policy.ts';
import type { Environment } from './env.ts';
import { loadPolicy } from './policy-file.ts';

/** The place whose signed identity tokens the runner believes. */
export interface IdentityIssuer {
  /** Root address with a trailing slash, as it stands in the token. */
  issuer: string;
  keysUrl: string;
  audiences: string[];
}

export interface RunnerConfig {
  databaseUrl: string;
  sourceUrl: string | undefined;
  effectsUrl: string | undefined;
  redisUrl: string | undefined;
  exportersUrl: string;
  /** Opens restricted KPIs at the exporters; without it the runner does not know their values. */
  restrictedToken: string | undefined;
  prometheusUrl: string | undefined;
  alertmanagerUrls: string[];
  backoffice: { url: string; token: string } | undefined;
  connectors: ConnectorsFile;
  /** Resolves a secret reference of the connectors file. */
  secretOf: (reference: string) => string;
  port: number;
  bind: string;
  company: Company;
  hasPeopleFile: boolean;
  policy: Policy;
  webhookTokens: string[];
  pluginTokens: string[];
  identityIssuer: IdentityIssuer | undefined;
  /** A simulated company on a loopback bind: the console's keys count, and reading and simulating need no token. */
  openDemo: boolean;
  clockSpec: string;
  daySeconds: number;
  /** Where heads of the audit chain are written, and the key that signs them. */
  auditAnchor: { file: string; key: string } | undefined;
  otlpEndpoint: string | undefined;
  ollamaUrl: string | undefined;
  slackWebhookUrl: string | undefined;
  logLevel: string;
}

/** Environment, then the files it names, then secrets: the start fails naming the variable, file, line and field. */
export function loadConfig(env: Environment, variables: NodeJS.ProcessEnv = {}): RunnerConfig {
  const company = loadCompany(env.AICOS_COMPANY_FILE);
  return {
    databaseUrl: env.DATABASE_URL,
    sourceUrl: env.AICOS_SOURCE_URL,
    effectsUrl: env.AICOS_EFFECTS_URL,
    redisUrl: env.REDIS_URL,
    exportersUrl: env.AICOS_EXPORTERS_URL,
    restrictedToken: tokensOf('AICOS_RESTRICTED_TOKEN_FILE', env.AICOS_RESTRICTED_TOKEN_FILE)[0],
    prometheusUrl: env.AICOS_PROMETHEUS_URL,
    alertmanagerUrls: listOf(env.AICOS_ALERTMANAGER_URL),
    backoffice: backofficeOf(env),
    connectors: loadConnectorsFile(env.AICOS_CONNECTORS_FILE),
    secretOf: secretResolver(variables),
    port: env.AICOS_RUNNER_PORT,
    bind: env.AICOS_BIND,
    company,
    hasPeopleFile: company.people.length > 0,
    policy: loadPolicy(env.AICOS_POLICY_FILE, company),
    webhookTokens: tokensOf('AICOS_WEBHOOK_TOKEN_FILE', env.AICOS_WEBHOOK_TOKEN_FILE),
    pluginTokens: tokensOf('AICOS_PLUGIN_TOKEN_FILE', env.AICOS_PLUGIN_TOKEN_FILE),
    identityIssuer: issuerOf(env),
    openDemo: company.simulated && isLoopback(env.AICOS_BIND),
    clockSpec: env.AICOS_CLOCK,
    daySeconds: env.AICOS_DAY_SECONDS,
    auditAnchor: auditAnchorOf(env),
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    ollamaUrl: env.OLLAMA_URL,
    slackWebhookUrl: env.SLACK_WEBHOOK_URL,
    logLevel: env.AICOS_LOG_LEVEL,
  };
}

export function isLoopback(bind: string): boolean {
  return bind === 'localhost' || bind === '::1' || bind.startsWith('127.');
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** One token per line: during a rotation the old and the new one are both valid. */
function tokensOf(variable: string, path: string | undefined): string[] {
  if (path === undefined) return [];
  return readSecretFile(variable, path)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function auditAnchorOf(env: Environment): RunnerConfig['auditAnchor'] {
  if (env.AICOS_AUDIT_ANCHOR_FILE === undefined) return undefined;
  const [variable, path] =
    env.AICOS_AUDIT_KEY_FILE === undefined
      ? (['AICOS_PLUGIN_TOKEN_FILE', env.AICOS_PLUGIN_TOKEN_FILE] as const)
      : (['AICOS_AUDIT_KEY_FILE', env.AICOS_AUDIT_KEY_FILE] as const);
  if (path === undefined) throw new ConfigError('AICOS_AUDIT_ANCHOR_FILE is set without AICOS_AUDIT_KEY_FILE');
  return { file: env.AICOS_AUDIT_ANCHOR_FILE, key: readSecretFile(variable, path) };
}

function backofficeOf(env: Environment): RunnerConfig['backoffice'] {
  if (env.AICOS_BACKOFFICE_URL === undefined) return undefined;
  if (env.AICOS_BACKOFFICE_TOKEN_FILE === undefined) {
    throw new ConfigError('AICOS_BACKOFFICE_URL is set without AICOS_BACKOFFICE_TOKEN_FILE');
  }
  return {
    url: env.AICOS_BACKOFFICE_URL,
    token: readSecretFile('AICOS_BACKOFFICE_TOKEN_FILE', env.AICOS_BACKOFFICE_TOKEN_FILE),
  };
}

function issuerOf(env: Environment): IdentityIssuer | undefined {
  if (env.GRAFANA_URL === undefined) return undefined;
  const root = env.GRAFANA_URL.endsWith('/') ? env.GRAFANA_URL : `${env.GRAFANA_URL}/`;
  return {
    issuer: root,
    keysUrl: env.AICOS_GRAFANA_KEYS_URL ?? new URL('api/signing-keys/keys', root).href,
    audiences: listOf(env.AICOS_GRAFANA_ORGS).map((org) => `org:${org}`),
  };
}

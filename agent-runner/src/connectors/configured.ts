import type { ConnectorKind, TargetSystem } from '@ai-cos/catalog';
import type { Clock, Db, Pool } from '@ai-cos/service-kit';
import { createAnnotationConnector } from './annotation-connector.ts';
import { createChatConnector } from './chat-connector.ts';
import type { Connector, Connectors } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { createEmailConnector } from './email-connector.ts';
import { createGitConnector } from './git/git-connector.ts';
import { specKitFiles } from './git/spec-kit-files.ts';
import { createHttpConnector, type HttpConnector, type HttpTarget } from './http-connector.ts';
import { createHumanTaskConnector } from './human-task-connector.ts';
import { createIssueConnector, type IssueTracker } from './issue-connector.ts';
import { availableSandboxes } from './sandbox/sandbox.ts';
import { ConnectorsFile } from './settings.ts';
import { createShellConnector } from './shell-connector.ts';
import { createSilenceConnector } from './silence-connector.ts';
import { createSqlConnector } from './sql-connector.ts';

export interface ConnectorSettings {
  /** Vendor systems by name, besides those of the file; one without an address makes its actions human tasks. */
  readonly targets: Readonly<Partial<Record<TargetSystem, HttpTarget>>>;
  /** Origins of targets in the company's own network, which may resolve to private addresses. */
  readonly internalOrigins: readonly string[];
  readonly effectsPool: Pool | null;
  readonly db: Db;
  readonly clock: Clock;
  readonly assigneeOf: (actionId: string) => Promise<string | null>;
  /** `AICOS_CONNECTORS_FILE` and what resolves the secrets it refers to. */
  readonly file?: ConnectorsFile;
  readonly secret?: (reference: string) => string;
  readonly alertmanagerUrl?: string | undefined;
  /** Alertmanager's silences live on wall time. */
  readonly wallNow?: () => Date;
}

export interface ConfiguredConnectors {
  readonly connectors: Connectors;
  readonly http: HttpConnector;
}

/** Every connector; one whose target is not configured says so, and its actions become work for people. */
export function configuredConnectors(settings: ConnectorSettings): ConfiguredConnectors {
  const { file = ConnectorsFile.parse({}), secret = refuse } = settings;
  const targets = new Map(Object.entries(settings.targets) as [TargetSystem, HttpTarget][]);
  for (const [system, { url, token }] of Object.entries(file.targets) as [
    TargetSystem,
    { url: string; token: string },
  ][]) {
    targets.set(system, { baseUrl: url.replace(/\/$/, ''), token: secret(token) });
  }
  const tracker = trackerOf(file, secret);
  const chat = file.chat === undefined ? null : { kind: file.chat.kind, url: secret(file.chat.url) };
  const grafana = file.grafana === undefined ? null : { url: file.grafana.url, token: secret(file.grafana.token) };
  const silences =
    settings.alertmanagerUrl === undefined || settings.wallNow === undefined
      ? null
      : { url: settings.alertmanagerUrl, wallNow: settings.wallNow };
  const egress = egressTo(
    [...targets.values()].map(({ baseUrl }) => baseUrl),
    [tracker?.url, chat?.url, grafana?.url, silences?.url],
    [...settings.internalOrigins, ...file.internalOrigins, ...(silences === null ? [] : [silences.url])]
  );
  const http = createHttpConnector({ targets, egress });
  const [sandbox = null] = file.shell === undefined && file.git === undefined ? [] : availableSandboxes();
  const repository = { settings: file.git ?? null, sandbox };
  const all: Connector[] = [
    http,
    createSqlConnector(settings.effectsPool),
    createHumanTaskConnector({ db: settings.db, clock: settings.clock, assigneeOf: settings.assigneeOf }),
    createIssueConnector(tracker, egress),
    createChatConnector(chat, egress),
    createEmailConnector(file.email === undefined ? null : { ...file.email, smtp: secret(file.email.smtp) }),
    createSilenceConnector(silences, egress),
    createAnnotationConnector(grafana, egress),
    createGitConnector({ kind: 'spec-kit', ...repository, filesOf: specKitFiles }),
    createShellConnector(file.shell ?? null, sandbox),
  ];
  return { http, connectors: new Map<ConnectorKind, Connector>(all.map((connector) => [connector.kind, connector])) };
}

function egressTo(
  bases: readonly string[],
  others: readonly (string | undefined)[],
  internal: readonly string[]
): EgressPolicy {
  const urls = [...bases, ...others.filter((url) => url !== undefined)];
  return {
    allowedOrigins: [...new Set(urls.map((url) => new URL(url).origin))],
    internalOrigins: internal.map((url) => new URL(url).origin),
  };
}

function trackerOf({ issues }: ConnectorsFile, secret: (reference: string) => string): IssueTracker | null {
  return issues === undefined ? null : { ...issues, token: secret(issues.token) };
}

function refuse(reference: string): never {
  throw new Error(`nothing resolves the reference ${reference}`);
}

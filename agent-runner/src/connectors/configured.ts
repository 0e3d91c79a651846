import type { ConnectorKind, TargetSystem } from '@ai-cos/catalog';
import type { Clock, Db, Pool } from '@ai-cos/service-kit';
import type { Connector, Connectors } from './connector.ts';
import { createHttpConnector, type HttpConnector, type HttpTarget } from './http-connector.ts';
import { createHumanTaskConnector } from './human-task-connector.ts';
import { createSqlConnector } from './sql-connector.ts';

export interface ConnectorSettings {
  /** Vendor systems by name; a system without an address makes its actions human tasks. */
  readonly targets: Readonly<Partial<Record<TargetSystem, HttpTarget>>>;
  /** Origins of targets in the company's own network, which may resolve to private addresses. */
  readonly internalOrigins: readonly string[];
  readonly effectsPool: Pool | null;
  readonly db: Db;
  readonly clock: Clock;
  readonly assigneeOf: (actionId: string) => Promise<string | null>;
}

export interface ConfiguredConnectors {
  readonly connectors: Connectors;
  readonly http: HttpConnector;
}

export function configuredConnectors(settings: ConnectorSettings): ConfiguredConnectors {
  const targets = new Map(Object.entries(settings.targets) as [TargetSystem, HttpTarget][]);
  const origins = [...new Set([...targets.values()].map(({ baseUrl }) => new URL(baseUrl).origin))];
  const http = createHttpConnector({
    targets,
    egress: { allowedOrigins: origins, internalOrigins: settings.internalOrigins },
  });
  const all: Connector[] = [
    http,
    createSqlConnector(settings.effectsPool),
    createHumanTaskConnector({ db: settings.db, clock: settings.clock, assigneeOf: settings.assigneeOf }),
  ];
  return { http, connectors: new Map<ConnectorKind, Connector>(all.map((connector) => [connector.kind, connector])) };
}

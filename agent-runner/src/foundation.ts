import { clockFrom, createLogger, createPool, type Clock, type Logger, type Pool } from '@ai-cos/service-kit';
import { inProcessBus, type Bus } from './bus/bus.ts';
import { redisBus } from './bus/redis-bus.ts';
import type { RunnerConfig } from './config/config.ts';
import type { Coordination } from './coordination/service.ts';
import { createRunnerPool } from './db/pool.ts';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts';
import { createSweeper, type Sweeper } from './dispatch/sweeper.ts';
import { grafanaIdVerifier, type GrafanaIdVerifier } from './identity/grafana-id.ts';
import { exportersClient, type ExportersClient } from './kpis/exporters-client.ts';
import { createRelay, type Relay } from './outbox/relay.ts';
import type { WhatIf } from './what-if/what-if.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { createTracing, type Tracing } from './telemetry/tracing.ts';

/** What every service of the runner stands on: connections, clocks, telemetry and the dispatcher. */
export interface Foundation {
  readonly config: RunnerConfig;
  readonly log: Logger;
  readonly pool: Pool;
  /** The company's own database, read-only; null when none is configured. */
  readonly source: Pool | null;
  /** The company's database under the role of the SQL connector; null when none is configured. */
  readonly effects: Pool | null;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly bus: Bus;
  readonly relay: Relay;
  readonly dispatcher: Dispatcher;
  readonly sweeper: Sweeper;
  readonly exporters: ExportersClient;
  readonly verifier: GrafanaIdVerifier | undefined;
  /** Closes everything above, newest first. */
  readonly release: () => Promise<void>;
}

export interface ContextOverrides {
  clock?: Clock;
  exporters?: ExportersClient;
  dispatcher?: Dispatcher;
  verifier?: GrafanaIdVerifier;
  coordination?: Coordination;
  whatIf?: WhatIf | null;
  tracing?: Tracing;
  log?: Logger;
}

export async function createFoundation(config: RunnerConfig, overrides: ContextOverrides): Promise<Foundation> {
  const log = overrides.log ?? createLogger('agent-runner', config.logLevel);
  const onError = (error: unknown): void => log.error({ err: error }, 'a connection or clock failed');
  const open: (() => Promise<unknown>)[] = [];
  const release = async (): Promise<void> => {
    for (const close of open.reverse()) await close();
  };
  function owned<T extends { close(): Promise<void> | void }>(thing: T): T {
    open.push(async () => thing.close());
    return thing;
  }
  function ownedPool(pool: Pool): Pool {
    open.push(() => pool.end());
    return pool;
  }
  try {
    const pool = ownedPool(createRunnerPool({ url: config.databaseUrl, applicationName: 'ai-cos-runner', onError }));
    const source = config.sourceUrl === undefined ? null : ownedPool(sourcePool(config.sourceUrl, onError));
    const effects = config.effectsUrl === undefined ? null : ownedPool(effectsPool(config.effectsUrl, onError));
    const clock = overrides.clock ?? owned(await clockFrom({ spec: config.clockSpec, db: source ?? pool, onError }));
    const tracing = overrides.tracing ?? owned(createTracing({ endpoint: config.otlpEndpoint }));
    const bus = owned(config.redisUrl === undefined ? inProcessBus() : redisBus({ url: config.redisUrl, log }));
    const metrics = createMetrics();
    return {
      config,
      log,
      pool,
      source,
      effects,
      clock,
      metrics,
      tracing,
      bus,
      relay: owned(createRelay({ pool, bus, log })),
      dispatcher: overrides.dispatcher ?? owned(await createDispatcher({ url: config.databaseUrl, log })),
      sweeper: owned(createSweeper({ log, onSwept: (sweep, found) => metrics.swept.inc({ sweep }, found) })),
      exporters: overrides.exporters ?? exportersClient(config.exportersUrl, config.restrictedToken),
      verifier: overrides.verifier ?? verifierOf(config, owned),
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function sourcePool(url: string, onError: (error: Error) => void): Pool {
  return createPool({
    url,
    applicationName: 'ai-cos-runner-analyses',
    max: 6,
    settings: { default_transaction_read_only: 'on', statement_timeout: '10000' },
    onError,
  });
}

function effectsPool(url: string, onError: (error: Error) => void): Pool {
  return createPool({
    url,
    applicationName: 'ai-cos-runner-effects',
    max: 4,
    settings: { statement_timeout: '10000' },
    onError,
  });
}

function verifierOf(
  { identityIssuer }: RunnerConfig,
  owned: <T extends { close(): void }>(thing: T) => T
): GrafanaIdVerifier | undefined {
  return identityIssuer === undefined ? undefined : owned(grafanaIdVerifier(identityIssuer));
}

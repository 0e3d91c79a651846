import type { Db } from '@ai-cos/service-kit';
import type { Governance } from './actions/propose.ts';
import type { ApprovalOptions } from './approvals/decide-action.ts';
import type { RunnerConfig } from './config/config.ts';
import { connectorSettings } from './config/connector-settings.ts';
import { configuredConnectors } from './connectors/configured.ts';
import { createCoordination, type Coordination } from './coordination/service.ts';
import { createExecution, type Execution } from './execution/service.ts';
import { createFoundation, type ContextOverrides, type Foundation } from './foundation.ts';
import { currentGovernance } from './governance/current.ts';
import { loadSettings } from './governance/settings.ts';
import { createAuthenticator, type Authenticator } from './identity/authenticator.ts';
import { createInboxWorker, type InboxWorker } from './intake/inbox-worker.ts';
import { createReconciler, type Reconciler } from './intake/reconciler.ts';
import { createWebhookService, type WebhookService } from './intake/webhook-service.ts';
import { promqlHolds } from './kpis/prometheus-client.ts';
import { createKpiRecorder, type KpiRecorder } from './kpis/recorder.ts';
import { trustReader } from './learning/trust-reader.ts';
import { createStreamHub, type StreamHub } from './outbox/stream-hub.ts';
import { assigneeOf } from './people/assignee.ts';
import { createSimulationService } from './simulation/service/simulation-service.ts';
import { createWhatIf, type WhatIf } from './what-if/what-if.ts';
import { startWorkers } from './workers.ts';

/** Everything the runner is made of, for HTTP, workers, commands and tests; `close` releases all of it. */
export interface Context extends Omit<Foundation, 'release' | 'effects' | 'verifier'> {
  readonly kpis: KpiRecorder;
  readonly authenticator: Authenticator;
  readonly webhooks: WebhookService;
  readonly inbox: InboxWorker;
  readonly reconciler: Reconciler;
  readonly coordination: Coordination;
  readonly execution: Execution;
  readonly approvals: ApprovalOptions;
  readonly stream: StreamHub;
  /** The what-if engine; null where none is composed in. */
  readonly simulations: WhatIf | null;
  /** The governance in force, read from the given handle or the pool. */
  governance(db?: Db): Promise<Governance>;
  /** Runs before everything else is closed. */
  readonly onClose: (close: () => Promise<void>) => void;
  /** Workers, timers and the sweeper begin; without it a context only answers. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The one composition root. Tests replace what they want to steer. */
export async function createContext(config: RunnerConfig, overrides: ContextOverrides = {}): Promise<Context> {
  const foundation = await createFoundation(config, overrides);
  try {
    return await composed(foundation, overrides);
  } catch (error) {
    await foundation.release();
    throw error;
  }
}

async function composed(foundation: Foundation, overrides: ContextOverrides): Promise<Context> {
  const { effects, verifier, release, ...base } = foundation;
  const { config, pool, source, clock, log, metrics, tracing, dispatcher, exporters } = base;
  const { company, policy } = config;
  const trust = trustReader({
    lowerBound: policy.alone.minTrust,
    minVerdicts: policy.alone.minVerdicts,
    halfLifeDays: policy.alone.halfLifeDays,
  });
  const governance = (db: Db = pool): Promise<Governance> => currentGovernance(db, { policy, company, clock, trust });
  const { installation } = await loadSettings(pool);
  const inbox = createInboxWorker({ pool, clock, company, dispatcher, log, metrics });
  const wake = (): void => {
    inbox.wake();
  };
  const reconciler = createReconciler({ db: pool, log, urls: config.alertmanagerUrls, wake });
  const stream = createStreamHub({ db: pool, bus: base.bus, log, clients: metrics.streamClients });
  const kpis = createKpiRecorder({ db: pool, exporters, log });
  const configured = configuredConnectors({
    ...connectorSettings(config),
    effectsPool: effects,
    db: pool,
    clock,
    assigneeOf: (id) => assigneeOf(pool, company, id, clock.now()),
  });
  const simulations =
    overrides.whatIf === undefined
      ? createWhatIf({ ...config, ...base, company, governance, engine: createSimulationService() })
      : overrides.whatIf;
  const closers: (() => Promise<void>)[] = [];
  const context: Context = {
    ...base,
    kpis,
    inbox,
    reconciler,
    stream,
    simulations,
    governance,
    authenticator: createAuthenticator({ db: pool, config, verifier }),
    webhooks: createWebhookService({ db: pool, log, metrics, tracing, wake, reconcile: () => void reconciler.run() }),
    coordination:
      overrides.coordination ??
      createCoordination({ pool, source, exporters, dispatcher, clock, company, governance, log }),
    execution: createExecution({
      pool,
      clock,
      log,
      dispatcher,
      configured,
      installation,
      exporters,
      company,
      companyDb: source,
      promql: promqlHolds(config.prometheusUrl),
      policy,
      governance,
    }),
    approvals: { pool, clock, company, policy, dispatcher, metrics },
    onClose: (close) => void closers.push(close),
    start: () => startWorkers(context),
    async close() {
      for (const close of closers.reverse()) await close();
      await simulations?.close();
      await inbox.close();
      await kpis.close();
      await stream.close();
      await release();
    },
  };
  return context;
}

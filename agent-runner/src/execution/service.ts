import type { Company } from '@ai-cos/catalog';
import type { Clock, Db, Logger, Pool } from '@ai-cos/service-kit';
import type { Governance } from '../actions/propose.ts';
import { loadAction } from '../actions/repository.ts';
import type { ActionRow } from '../actions/types.ts';
import type { ConfiguredConnectors } from '../connectors/configured.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Sweep } from '../dispatch/sweeper.ts';
import type { Policy } from '../governance/policy.ts';
import type { ExportersClient } from '../kpis/exporters-client.ts';
import { kpiSource } from '../verification/kpi-source.ts';
import { incidentStart, makeBaseline } from '../verification/make-baseline.ts';
import { runCheck, type CheckTargets } from '../verification/postcheck.ts';
import { createVerification } from '../verification/service.ts';
import { answerTask, type TaskAnswer } from './answer-task.ts';
import { tripBreaker } from './breaker.ts';
import type { ClaimedAction } from './claim.ts';
import { compensate, type CompensationRequest } from './compensate.ts';
import { effectOf, typeOf } from './effect.ts';
import { createExecutor } from './executor.ts';
import { executionSweep, verificationSweep } from './sweeps.ts';

export interface CreateExecutionOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
  readonly configured: ConfiguredConnectors;
  readonly installation: string;
  readonly policy: Policy;
  readonly exporters: ExportersClient;
  readonly company: Company;
  /** The company's database under the read-only role; null when it is not configured. */
  readonly companyDb: Db | null;
  readonly promql: CheckTargets['promql'];
  readonly governance: (db: Db) => Promise<Governance>;
  readonly leaseSeconds?: number;
}

/** Execution, verification and what follows from a verdict, as the rest of the runner sees it. */
export interface Execution {
  execute(actionId: string): Promise<void>;
  verify(actionId: string): Promise<void>;
  /** Undoes an executed action; null when it cannot be undone. */
  rollBack(request: CompensationRequest): Promise<string | null>;
  answerTask(answer: TaskAnswer): Promise<ActionRow>;
  readonly sweeps: Readonly<Record<'execution' | 'verification', Sweep>>;
}

export function createExecution(options: CreateExecutionOptions): Execution {
  const { pool, clock, log, dispatcher, configured, installation, company } = options;
  const source = kpiSource(options.exporters);
  const targets: CheckTargets = { http: configured.http, companyDb: options.companyDb, promql: options.promql };

  async function baseline(claimed: ClaimedAction): Promise<unknown> {
    try {
      const action = await loadAction(pool, claimed.id);
      if (action === undefined) return null;
      const { windowDays } = typeOf(action);
      const kpiIds = action.expectedImprovement.map(({ kpiId }) => kpiId);
      return await makeBaseline(source, clock, {
        kpiIds,
        windowDays,
        incidentSince: await incidentStart(pool, action.id),
      });
    } catch (error) {
      // Without a forecast the verdict will be "unverifiable"; the effect itself must not wait for analytics.
      log.warn({ err: error, action: claimed.id }, 'no baseline could be made');
      return null;
    }
  }

  const executor = createExecutor({
    pool,
    clock,
    log,
    connectors: configured.connectors,
    installation,
    policy: options.policy,
    dispatcher,
    baseline,
    precheck: ({ type, ...effect }) =>
      type.precheck === null ? Promise.resolve(true) : runCheck(type.precheck, { type, ...effect }, targets),
    ...(options.leaseSeconds === undefined ? {} : { leaseSeconds: options.leaseSeconds }),
  });
  const rollBack = (request: CompensationRequest): Promise<string | null> =>
    compensate({ pool, clock, dispatcher, governance: options.governance }, request);
  const verification = createVerification({
    pool,
    clock,
    log,
    kpis: source,
    company,
    postcheck: (action) => runCheck(typeOf(action).postcheck, effectOf(action, installation, 10_000), targets),
    compensate: async (actionId, reason) => {
      await tripBreaker(pool, options.policy.breaker.failuresPerHour, clock.now());
      const id = await rollBack({ actionId, reason, actor: 'verification', route: 'verification' });
      if (id === null)
        log.warn({ action: actionId }, 'a harmful action cannot be undone by itself; a person must look');
    },
  });

  return {
    execute: (id) => executor.execute(id),
    verify: (id) => verification.verify(id),
    rollBack,
    answerTask: (answer) => answerTask({ pool, clock, dispatcher }, answer),
    sweeps: {
      execution: executionSweep({ pool, clock, dispatcher }),
      verification: verificationSweep({ pool, clock, dispatcher }),
    },
  };
}

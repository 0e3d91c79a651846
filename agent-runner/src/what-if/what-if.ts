import { isKpiId, kpis, type Company } from '@ai-cos/catalog';
import { DomainError, inTransaction, type Clock, type Db, type Logger, type Pool } from '@ai-cos/service-kit';
import { proposeActions, type Governance } from '../actions/propose.ts';
import type { Simulation, SimulationResult } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { ExportersClient } from '../kpis/exporters-client.ts';
import { compareResults } from '../simulation/compare-results.ts';
import type { SimulationService } from '../simulation/service/simulation-service.ts';
import type { SimulationApi } from '../simulation/simulation-api.ts';
import { SimulationRefused } from '../simulation/validation/refusal.ts';
import { forecastKpi } from './kpi-forecast.ts';
import { proposalsOf } from './propose-levers.ts';
import { endSimulation, findSimulation, insertSimulation, listSimulations } from './repository.ts';
import { createRuns } from './runs.ts';

export interface WhatIfOptions {
  pool: Pool;
  clock: Clock;
  log: Logger;
  company: Company;
  dispatcher: Pick<Dispatcher, 'send'>;
  exporters: ExportersClient;
  exportersUrl: string;
  sourceUrl: string | undefined;
  engine: SimulationService;
  governance: (db: Db) => Promise<Governance>;
}

export interface WhatIf extends SimulationApi {
  /** Handler of the queue `simulate`. */
  run(id: string): Promise<void>;
  close(): Promise<void>;
}

/** What-if runs as rows with a life of their own around the pure engine. */
export function createWhatIf(options: WhatIfOptions): WhatIf {
  const { pool, clock, dispatcher, engine } = options;
  const runs = createRuns({ ...options, db: pool });
  return {
    run: (id) => runs.run(id),
    close: () => engine.close(),
    list: (query) => listSimulations(pool, query),
    find: (id) => findSimulation(pool, id),
    async start(request, caller) {
      runs.history();
      const id = await inTransaction(pool, async (tx) => {
        const inserted = await insertSimulation(tx, request, { executedBy: caller.name, asOf: clock.now() });
        await dispatcher.send(tx, 'simulate', { id: inserted });
        return inserted;
      });
      return existing(pool, id);
    },
    async cancel(id) {
      await existing(pool, id);
      await endSimulation(pool, id, { state: 'cancelled', failure: null });
      runs.abort(id);
      return existing(pool, id);
    },
    async propose(id, caller) {
      const { simulation, result } = await completed(pool, id);
      const governance = await options.governance(pool);
      const actions = await inTransaction(pool, (tx) =>
        proposeActions(
          tx,
          {
            eventId: null,
            planId: null,
            requesters: [caller.name],
            simulated: options.company.simulated,
            asOf: clock.now(),
            actor: caller.name,
            route: caller.route,
            traceContext: null,
            governance,
            dispatcher,
          },
          proposalsOf(simulation, result)
        )
      );
      return { actionIds: actions.map((action) => action.id) };
    },
    async compare({ simulationIds }) {
      const results: SimulationResult[] = [];
      for (const id of simulationIds) results.push((await completed(pool, id)).result);
      return compareResults(results, (id) => !isKpiId(id) || kpis[id].direction !== 'down');
    },
    optimise: (request) => refusedByField(() => engine.run('optimise', { request, history: runs.history() })),
    forecast: (id) => forecastKpi(options, id),
  };
}

async function existing(db: Db, id: string): Promise<Simulation> {
  const simulation = await findSimulation(db, id);
  if (simulation === undefined) {
    throw new DomainError('simulation_not_found', `There is no simulation ${id}.`, { status: 404 });
  }
  return simulation;
}

async function completed(db: Db, id: string): Promise<{ simulation: Simulation; result: SimulationResult }> {
  const simulation = await existing(db, id);
  if (simulation.result === null) {
    throw new DomainError('simulation_not_completed', `Simulation ${id} is ${simulation.state}.`, { status: 409 });
  }
  return { simulation, result: simulation.result };
}

async function refusedByField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SimulationRefused)) throw error;
    throw new DomainError(error.code, error.message, { extra: { fields: error.fields } });
  }
}

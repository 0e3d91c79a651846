import { Company } from '@ai-cos/catalog';
import { createLogger, fixedClock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import { SimulationRequest, type SimulationResult } from '../src/contract/index.ts';
import {
  SimulationCancelled,
  SimulationFailed,
  type SimulationService,
} from '../src/simulation/service/simulation-service.ts';
import { createWhatIf, type WhatIf, type WhatIfOptions } from '../src/what-if/what-if.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { noExporters } from './_harness/exporters.ts';
import { AS_OF, assisted } from './_harness/proposals.ts';

let runner: RunnerDatabase;
const dispatcher = recordedDispatcher();
const caller = { name: 'approver-a', route: 'api' };
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

const request = SimulationRequest.parse({
  scenarioName: 'Half the advertising',
  levers: [{ scenarioType: 'campaign', inputParams: { changePercent: -50 } }],
});

const result: SimulationResult = {
  seed: 7,
  catalogVersion: 'test',
  method: 'scrambled_sobol',
  draws: 2048,
  horizonDays: 60,
  window: { fromDay: 32, toDay: 60 },
  kpis: [],
  coefficients: [],
  flags: [],
  predictedKpis: { cac: { unit: 'amount', p10: 28, p50: 30, p90: 33 } },
  impactAnalysis: { cac: { unit: 'amount', p10: -6, p50: -4, p90: -1, changePercent: -12 } },
  confidence: 70,
  hitRate: null,
};

/** An engine that answers, fails or waits until it is stopped. */
function engine(behaviour: 'answers' | 'fails' | 'waits'): SimulationService {
  return {
    run(_kind, _question, { signal, onProgress } = {}) {
      onProgress?.(0.5);
      if (behaviour === 'answers') return Promise.resolve(result as never);
      if (behaviour === 'fails') return Promise.reject(new SimulationFailed('out of numbers'));
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new SimulationCancelled('stopped')));
      });
    },
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function whatIf(behaviour: 'answers' | 'fails' | 'waits', changes: Partial<WhatIfOptions> = {}): WhatIf {
  return createWhatIf({
    pool: runner.pool,
    clock: fixedClock(AS_OF),
    log: createLogger('test', 'silent'),
    company: Company.parse({ simulated: true }),
    dispatcher,
    exporters: noExporters(),
    exportersUrl: 'http://exporters.invalid',
    sourceUrl: 'postgresql://company.invalid/company',
    engine: engine(behaviour),
    governance: () => Promise.resolve(assisted),
    ...changes,
  });
}

describe('a what-if run', () => {
  it('is queued, carried out once and kept with the founding fields', async () => {
    const api = whatIf('answers');
    const queued = await api.start(request, caller);
    await Promise.all([api.run(queued.id), api.run(queued.id)]);

    const { rows } = await runner.pool.query(
      'SELECT scenario_type, seed::int, paths, predicted_kpis, confidence::float8 FROM ai_cos_simulations WHERE id = $1',
      [queued.id]
    );
    expect(queued).toMatchObject({ state: 'queued', scenarioType: 'campaign', executedBy: 'approver-a' });
    expect(dispatcher.sent).toContainEqual({ queue: 'simulate', id: queued.id });
    expect(await api.find(queued.id)).toMatchObject({ state: 'completed', progress: 1, result: { seed: 7 } });
    expect(rows).toEqual([
      { scenario_type: 'campaign', seed: 7, paths: 2048, predicted_kpis: result.predictedKpis, confidence: 70 },
    ]);
  });

  it('says why it failed', async () => {
    const api = whatIf('fails');
    const { id } = await api.start(request, caller);
    await api.run(id);

    expect(await api.find(id)).toMatchObject({ state: 'failed', failure: 'out of numbers', result: null });
  });

  it('stops when it is cancelled', async () => {
    const api = whatIf('waits');
    const { id } = await api.start(request, caller);
    const running = api.run(id);
    await expect.poll(async () => (await api.find(id))?.state).toBe('running');
    await api.cancel(id, caller);
    await running;

    expect(await api.find(id)).toMatchObject({ state: 'cancelled', failure: null });
  });

  it('is refused where no company database is configured', async () => {
    await expect(whatIf('answers', { sourceUrl: undefined }).start(request, caller)).rejects.toMatchObject({
      code: 'no_company_database',
    });
  });

  it('becomes an action its author cannot approve, with its predicted effect', async () => {
    const api = whatIf('answers');
    const { id } = await api.start(request, caller);
    await expect(api.propose(id, caller)).rejects.toMatchObject({ code: 'simulation_not_completed' });
    await api.run(id);

    const { actionIds } = await api.propose(id, caller);

    const action = await loadAction(runner.pool, actionIds[0]!);
    expect(actionIds).toHaveLength(1);
    expect(action).toMatchObject({
      state: 'pending_approval',
      agentId: 'ia-cmo',
      requesters: ['approver-a'],
      simulated: true,
      kpiIds: ['cac'],
    });
    expect(action?.expectedImprovement).toMatchObject([{ kpiId: 'cac', change: -4 }]);
    expect(action!.expectedImprovement[0]!.low).toBeLessThan(-6);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../src/telemetry/metrics.ts';
import { stateGauges } from '../src/telemetry/state-gauges.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { insertProposal } from './_harness/proposals.ts';

let database: RunnerDatabase;

beforeAll(async () => {
  database = await createRunnerDatabase();
});

afterAll(() => database.close());

describe('the gauges about rows', () => {
  it('count actions by agent and state, and forget a state that emptied', async () => {
    const metrics = createMetrics();
    const refresh = stateGauges(database.pool, metrics);
    await insertProposal(database.pool);

    await refresh();
    const before = await metrics.registry.getSingleMetricAsString('aicos_runner_actions');
    await database.pool.query("UPDATE ai_cos_actions SET state = 'cancelled'");
    await refresh();
    const after = await metrics.registry.getSingleMetricAsString('aicos_runner_actions');

    expect(before).toMatch(/aicos_runner_actions\{agent="[a-z-]+",state="(proposed|pending_approval)"\} 1/);
    expect(after).toMatch(/state="cancelled"\} 1/);
    expect(after).not.toMatch(/state="(proposed|pending_approval)"/);
  });

  it('publish no lead time while there is nothing to measure', async () => {
    const metrics = createMetrics();

    await stateGauges(database.pool, metrics)();

    const text = await metrics.registry.getSingleMetricAsString('aicos_runner_lead_seconds');
    expect(text).not.toContain('step=');
  });
});

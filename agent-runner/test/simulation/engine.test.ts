import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulationRequest, type ScenarioLever } from '../../src/contract/simulations.ts';
import { baselineStates } from '../../src/simulation/baseline/baseline-states.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { smallHistory } from '../_harness/small-history.ts';

const history = smallHistory();
const baselines = new Map([20, 40].map((days) => [days, baselineStates(history, days)]));

function run(levers: unknown[], settings: Record<string, unknown> = {}) {
  const request = SimulationRequest.parse({ scenarioName: 'test', levers, horizonDays: 20, draws: 128, ...settings });
  return simulate({ request, history, baseline: baselines.get(request.horizonDays) });
}

const effectOf = (levers: unknown[], node: string): number =>
  run(levers).kpis.find(({ id }) => id === node)!.meanEffect.p50;

const lever = fc.oneof(
  fc.record({
    scenarioType: fc.constant('pricing'),
    inputParams: fc.record({ changePercent: fc.integer({ min: -30, max: 40 }) }),
  }),
  fc.record({
    scenarioType: fc.constant('campaign'),
    inputParams: fc.record({ changePercent: fc.integer({ min: -100, max: 100 }) }),
  }),
  fc.record({
    scenarioType: fc.constant('inventory'),
    inputParams: fc.record({ reorderPointPercent: fc.integer({ min: -80, max: 100 }) }),
  }),
  fc.record({
    scenarioType: fc.constant('budget'),
    inputParams: fc.record({
      operatingBudgetPerMonth: fc.integer({ min: -20_000, max: 20_000 }),
      extraSupportAgents: fc.integer({ min: -1, max: 4 }),
    }),
  })
);

describe('influence engine', { timeout: 60_000 }, () => {
  it('holds its identities and bounds in every draw, whatever the lever', () => {
    // simulate() checks every draw of every node and throws InconsistentResult on the first violation.
    fc.assert(
      fc.property(lever, fc.nat(1_000_000), (moved, seed) => {
        const result = run([moved], { seed, draws: 64 });
        for (const kpi of result.kpis) for (const value of kpi.scenario.p50) expect(Number.isFinite(value)).toBe(true);
      }),
      { seed: 3, numRuns: 24 }
    );
  });

  it.each<ScenarioLever>([
    { scenarioType: 'pricing', inputParams: { fromDay: 0, productIds: [], changePercent: 0 } },
    { scenarioType: 'campaign', inputParams: { fromDay: 0, campaignIds: [], changePercent: 0 } },
    { scenarioType: 'inventory', inputParams: { fromDay: 0, productIds: [], reorderPointPercent: 0 } },
    {
      scenarioType: 'budget',
      inputParams: { fromDay: 0, operatingBudgetPerMonth: 0, adSpendPercent: 0, extraSupportAgents: 0 },
    },
  ])('answers a $scenarioType lever that does not move with no effect at all', (unmoved) => {
    const result = run([unmoved]);
    for (const { effect, meanEffect } of result.kpis) {
      expect([meanEffect.p10, meanEffect.p50, meanEffect.p90]).toEqual([0, 0, 0]);
      expect([...effect.p10, ...effect.p90].every((value) => value === 0)).toBe(true);
    }
    expect(result.flags.map(({ code }) => code)).toContain('without_effect');
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const moved = [{ scenarioType: 'pricing', inputParams: { changePercent: 7 } }];
    expect(JSON.stringify(run(moved, { seed: 42 }))).toBe(JSON.stringify(run(moved, { seed: 42 })));
    expect(JSON.stringify(run(moved, { seed: 42 }))).not.toBe(JSON.stringify(run(moved, { seed: 43 })));
  });

  it('sells less the dearer it gets, and earns more per unit', () => {
    const at = (changePercent: number, node: string): number =>
      effectOf([{ scenarioType: 'pricing', inputParams: { changePercent } }], node);
    for (const [low, high] of [
      [-20, -5],
      [-5, 5],
      [5, 25],
    ] as const) {
      expect(at(high, 'units_sold')).toBeLessThan(at(low, 'units_sold'));
      expect(at(high, 'gross_margin')).toBeGreaterThan(at(low, 'gross_margin'));
    }
  });

  it('brings more visits the more is spent, with falling returns', () => {
    const at = (changePercent: number, node: string): number =>
      effectOf([{ scenarioType: 'campaign', inputParams: { changePercent } }], node);
    expect(at(20, 'sessions')).toBeGreaterThan(at(-20, 'sessions'));
    expect(at(60, 'sessions')).toBeGreaterThan(at(20, 'sessions'));
    expect(at(60, 'sessions')).toBeLessThan(3 * at(20, 'sessions'));
    expect(at(60, 'roi_campaigns')).toBeLessThan(0);
  });

  it('sells out more often with lower reorder points', () => {
    const lower = run([{ scenarioType: 'inventory', inputParams: { reorderPointPercent: -80 } }], { horizonDays: 40 });
    expect(lower.kpis.find(({ id }) => id === 'stock_rupture')!.meanEffect.p50).toBeGreaterThan(0);
    expect(lower.kpis.find(({ id }) => id === 'stock_level')!.meanEffect.p50).toBeLessThan(0);
  });

  it('recovers the elasticities of the history and shows prior and estimate', () => {
    const { coefficients } = run([{ scenarioType: 'pricing', inputParams: { changePercent: 5 } }]);
    const own = coefficients.find(({ id }) => id === 'e01:Lamps')!;
    expect(own.prior.value).toBe(-1.8);
    expect(own.estimate!.value).toBeGreaterThan(-2.5);
    expect(own.estimate!.value).toBeLessThan(-1.4);
  });

  it('keeps judgement-grade links out until they are asked for, and then says so', () => {
    const moved = [{ scenarioType: 'inventory', inputParams: { reorderPointPercent: -60 } }];
    expect(run(moved).flags.map(({ code }) => code)).not.toContain('judgement_links');
    expect(run(moved, { judgementLinks: 'on' }).flags.map(({ code }) => code)).toContain('judgement_links');
  });

  it('flags a price beyond anything the company has tried', () => {
    const { flags, confidence } = run([{ scenarioType: 'pricing', inputParams: { changePercent: 60 } }]);
    expect(flags.map(({ code }) => code)).toContain('extrapolation');
    expect(confidence).toBeLessThan(90);
  });

  it('names the assumption that drives the answer', () => {
    const { kpis } = run([{ scenarioType: 'pricing', inputParams: { changePercent: 10 } }], { draws: 1024 });
    const causes = kpis.find(({ id }) => id === 'units_sold')!.causes;
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.map(({ share }) => share).every((share) => share > 0 && share <= 1)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { SimulationRequest } from '../../src/contract/simulations.ts';
import { baselineStates } from '../../src/simulation/baseline/baseline-states.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { SimulationRefused } from '../../src/simulation/validation/refusal.ts';
import { smallHistory } from '../_harness/small-history.ts';

const history = smallHistory();
const baseline = baselineStates(history, 20);
const pricing = { scenarioType: 'pricing', inputParams: { changePercent: 5 } };

function refusalOf(levers: unknown[]): SimulationRefused {
  const request = SimulationRequest.parse({ scenarioName: 'test', levers, horizonDays: 20, draws: 64 });
  try {
    simulate({ request, history, baseline });
  } catch (error) {
    if (error instanceof SimulationRefused) return error;
    throw error;
  }
  throw new Error('the request was accepted');
}

describe('simulation requests', () => {
  it.each([
    ['an unknown lever', { levers: [{ scenarioType: 'weather', inputParams: {} }] }, 'levers.0.scenarioType'],
    [
      'NaN',
      { levers: [{ scenarioType: 'pricing', inputParams: { changePercent: Number.NaN } }] },
      'levers.0.inputParams.changePercent',
    ],
    ['a horizon of 0', { levers: [pricing], horizonDays: 0 }, 'horizonDays'],
    ['a horizon of a million', { levers: [pricing], horizonDays: 1_000_000 }, 'horizonDays'],
    ['no lever', { levers: [] }, 'levers'],
    [
      'a field that does not exist',
      { levers: [{ scenarioType: 'pricing', inputParams: { changePercent: 5, discount: 3 } }] },
      'levers.0.inputParams',
    ],
    ['too many draws', { levers: [pricing], draws: 1e9 }, 'draws'],
  ])('are refused with %s, naming the field', (_what, request, field) => {
    const parsed = SimulationRequest.safeParse({ scenarioName: 'test', ...request });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });

  it.each([
    [
      'a product nobody knows',
      [{ scenarioType: 'pricing', inputParams: { productIds: [999], changePercent: 5 } }],
      'levers.0.inputParams.productIds',
    ],
    [
      'a category nobody knows',
      [{ scenarioType: 'pricing', inputParams: { category: 'Boats', changePercent: 5 } }],
      'levers.0.inputParams.category',
    ],
    [
      'a campaign nobody knows',
      [{ scenarioType: 'campaign', inputParams: { campaignIds: [7], changePercent: 5 } }],
      'levers.0.inputParams.campaignIds',
    ],
    [
      'nobody left in support',
      [{ scenarioType: 'budget', inputParams: { extraSupportAgents: -2 } }],
      'levers.0.inputParams.extraSupportAgents',
    ],
    [
      'a start behind the horizon',
      [{ scenarioType: 'pricing', inputParams: { changePercent: 5, fromDay: 20 } }],
      'levers.0.inputParams.fromDay',
    ],
    [
      'two prices for one product',
      [pricing, { scenarioType: 'pricing', inputParams: { productIds: [2], changePercent: -5 } }],
      'levers.1.inputParams',
    ],
    [
      'two budgets for one campaign',
      [
        { scenarioType: 'campaign', inputParams: { campaignIds: [1], changePercent: 20 } },
        { scenarioType: 'budget', inputParams: { adSpendPercent: -20 } },
      ],
      'levers.1.inputParams',
    ],
  ])('are refused with %s, saying why', (_what, levers, field) => {
    const refused = refusalOf(levers);
    expect(refused.fields.map((problem) => problem.field)).toContain(field);
    expect(refused.message.length).toBeGreaterThan(20);
  });

  it('accepts the same lever twice when the second begins after the first has ended', () => {
    const levers = [
      { scenarioType: 'pricing', inputParams: { changePercent: 5, days: 10 } },
      { scenarioType: 'pricing', inputParams: { changePercent: -5, fromDay: 10 } },
    ];
    const request = SimulationRequest.parse({ scenarioName: 'test', levers, horizonDays: 20, draws: 64 });
    expect(simulate({ request, history, baseline }).kpis.length).toBeGreaterThan(0);
  });

  it('leaves a KPI without history undefined instead of zero', () => {
    const kpis = new Map(history.kpis);
    kpis.set('gross_margin', new Float64Array(history.days).fill(Number.NaN));
    const known = baseline.states.filter(({ id }) => id !== 'gross_margin');
    const request = SimulationRequest.parse({ scenarioName: 'test', levers: [pricing], horizonDays: 20, draws: 64 });
    const result = simulate({ request, history: { ...history, kpis }, baseline: { ...baseline, states: known } });
    expect(result.kpis.map(({ id }) => id)).not.toContain('gross_margin');
    expect(result.kpis.map(({ id }) => id)).toContain('units_sold');
  });
});

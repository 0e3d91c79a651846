import { describe, expect, it } from 'vitest';
import { OptimiseRequest } from '../../src/contract/simulations.ts';
import { nonDominated } from '../../src/simulation/optimiser/pareto.ts';
import { optimise } from '../../src/simulation/optimiser/optimise.ts';
import { smallHistory } from '../_harness/small-history.ts';

const history = smallHistory();
const price = {
  lever: { scenarioType: 'pricing', inputParams: { changePercent: 0 } },
  field: 'changePercent',
  low: -10,
  high: 15,
};

function ask(request: Record<string, unknown>) {
  return optimise({
    request: OptimiseRequest.parse({ horizonDays: 20, draws: 64, levers: [price], ...request }),
    history,
  });
}

describe('optimiser', { timeout: 60_000 }, () => {
  it('raises the margin only as far as the limit on conversion allows', () => {
    const { options } = ask({
      goal: { kpiId: 'gross_margin', direction: 'raise' },
      limits: [{ kpiId: 'conversion_rate', min: -0.3 }],
    });
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) {
      expect(option.goal.p50).toBeGreaterThan(0);
      expect(option.effects['conversion_rate']!.p50).toBeGreaterThan(-0.3);
    }
  });

  it('says that nothing meets limits that cannot be met', () => {
    const { options, reason } = ask({ goal: { kpiId: 'gross_margin', direction: 'raise', atLeast: 40 } });
    expect(options).toEqual([]);
    expect(reason).toMatch(/none of \d+ moves/);
  });

  it('refuses a field that the lever does not have', () => {
    expect(() =>
      ask({ goal: { kpiId: 'cac', direction: 'lower' }, levers: [{ ...price, field: 'adSpendPercent' }] })
    ).toThrow(/no parameter of a pricing scenario/);
  });

  it('keeps only options that no other one beats in every respect', () => {
    const merits = [
      { gain: 3, effort: 1, risk: 1 },
      { gain: 2, effort: 1, risk: 1 },
      { gain: 2, effort: 0.5, risk: 1 },
    ];
    expect(nonDominated(merits, (merit) => merit)).toEqual([merits[0], merits[2]]);
  });
});

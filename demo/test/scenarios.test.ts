import { kpiIds } from '@ai-cos/catalog';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createTwin,
  parseParameters,
  scenarioNamed,
  scenarios,
  type DayFigures,
  type LeverCommand,
  type Twin,
} from '../src/index.ts';

let company: Twin;
beforeAll(() => {
  company = createTwin(5, { warmUpDays: 400 });
});

/** Lives on with a scenario from the first day and a cure some days later. */
function drill(
  name: string,
  days: number,
  cure: { afterDays: number; levers: (twin: Twin) => LeverCommand[] }
): DayFigures[] {
  const twin = company.fork();
  const scenario = scenarioNamed(name);
  const scene = { state: twin.state(), day: twin.state().day + 1, seed: 3 };
  const disturbances = scenario.disturb(scene, parseParameters(scenario, {}));
  const figures: DayFigures[] = [];
  for (let day = 0; day < days; day += 1) {
    const levers = day === cure.afterDays ? cure.levers(twin) : [];
    figures.push(twin.next({ detail: 'none', levers, disturbances: day === 0 ? disturbances : [] }).figures);
  }
  return figures;
}

function at(figures: readonly DayFigures[], day: number): DayFigures {
  const found = figures.at(day);
  if (found === undefined) throw new RangeError(`no day ${String(day)}`);
  return found;
}

const never = { afterDays: -1, levers: () => [] };

describe('every scenario', () => {
  test.each(scenarios.map((scenario) => scenario.name))(
    '%s names root, symptoms and a cure, and disturbs the company',
    (name) => {
      const scenario = scenarioNamed(name);
      const { state } = company;
      const scene = { state: state(), day: state().day + 1, seed: 1 };

      expect(scenario.rootKpis.length).toBeGreaterThan(0);
      expect(scenario.cures.length).toBeGreaterThan(0);
      for (const kpi of [...scenario.rootKpis, ...scenario.symptoms]) expect(kpiIds).toContain(kpi);
      expect(scenario.disturb(scene, parseParameters(scenario, {})).length).toBeGreaterThan(0);
    }
  );

  test('there are at least twelve', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(12);
  });

  test('an unknown one is refused with the known names', () => {
    expect(() => scenarioNamed('flood')).toThrow(/no scenario "flood".*stock-out/);
  });

  test('unknown and impossible parameters are refused by name', () => {
    const scenario = scenarioNamed('stock-out');
    expect(() => parseParameters(scenario, { colour: 'red' })).toThrow(/colour/);
    expect(() => parseParameters(scenario, { delayDays: 'soon' })).toThrow(/delayDays/);
  });
});

describe('scenarios and their cures', () => {
  test('stock-out empties more than 15 % of the products, and an express order fills the shelves', () => {
    const cured = drill('stock-out', 9, {
      afterDays: 4,
      levers: (twin) => [
        {
          kind: 'purchase-order',
          purchaseOrderId: 1_000_000_001,
          supplierId: 6,
          expedited: true,
          lines: twin
            .state()
            .products.filter((product) => product.onHand - product.reserved < product.forecast * 8)
            .map((product) => ({ productId: product.id, quantity: Math.ceil(product.forecast * 25) + 3 })),
        },
      ],
    });
    expect(at(cured, 3).stockRuptureShare).toBeGreaterThan(0.15);
    expect(at(cured, 8).stockRuptureShare).toBeLessThan(0.05);
    expect(at(drill('stock-out', 9, never), 8).stockRuptureShare).toBeGreaterThan(0.15);
  });

  test('checkout-slowdown passes six seconds, and the stable version is fast again', () => {
    const levers: LeverCommand[] = [{ kind: 'flag', key: 'checkout-version', variant: 'stable' }];
    const figures = drill('checkout-slowdown', 6, { afterDays: 3, levers: () => levers });
    expect(at(figures, 2).pageLoadP95Ms).toBeGreaterThan(6000);
    expect(at(figures, 2).apiP95Ms).toBeGreaterThan(1800 * 0.95);
    expect(at(figures, 4).pageLoadP95Ms).toBeLessThan(3000);
    expect(at(figures, 4).orders).toBeGreaterThan(at(figures, 2).orders);
  });

  test('support-overload lets answers take half a day, and more people bring them back below four hours', () => {
    const figures = drill('support-overload', 12, {
      afterDays: 5,
      levers: () => [{ kind: 'support-staff', extraAgents: 5, days: 12 }],
    });
    expect(at(figures, 4).responseMedianMinutes).toBeGreaterThan(720);
    expect(at(figures, 11).responseMedianMinutes).toBeLessThan(240);
  });

  test('warehouse-full passes 95 %, and rented space brings it below 90 %', () => {
    const figures = drill('warehouse-full', 6, {
      afterDays: 3,
      levers: () => [{ kind: 'overflow-storage', warehouseId: 1_000_000_001, volumeM3: 35, days: 30 }],
    });
    expect(at(figures, 2).warehouseUsedShare).toBeGreaterThan(0.95);
    expect(at(figures, 4).warehouseUsedShare).toBeLessThan(0.9);
  });

  test('ad-cost-spike burns money without orders, and a pause ends it', () => {
    const figures = drill('ad-cost-spike', 6, {
      afterDays: 3,
      levers: (twin) =>
        twin.state().campaigns.map(({ id }) => ({ kind: 'campaign-paused', campaignId: id, paused: true })),
    });
    expect(at(figures, 2).adSpend).toBeGreaterThan(2000);
    expect(at(figures, 3).adSpend).toBe(0);
  });

  test('bad-price-import sells below cost, and the old prices earn again', () => {
    const before = new Map(company.state().products.map(({ id, price }) => [id, price]));
    const figures = drill('bad-price-import', 7, {
      afterDays: 4,
      levers: (twin) =>
        twin
          .state()
          .products.filter(({ id, price }) => price < (before.get(id) ?? 0) * 0.5)
          .map(({ id }) => ({ kind: 'price', productId: id, price: before.get(id) ?? 1, reason: 'list' })),
    });
    const margin = ({ revenue, costOfGoods }: DayFigures): number => (revenue - costOfGoods) / revenue;
    expect(margin(at(figures, 2))).toBeLessThan(0.2);
    expect(margin(at(figures, 5))).toBeGreaterThan(0.42);
  });
});

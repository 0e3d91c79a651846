import { at } from '../../forecast/numeric/at.ts';
import { shrink, type CalibratedCoefficient } from '../calibration/estimate.ts';
import { estimateBasketElasticity } from '../calibration/basket-elasticity.ts';
import { categoryElasticities } from '../calibration/category-elasticities.ts';
import { remembered } from '../calibration/remembered.ts';
import { type Distribution } from '../draws/distribution.ts';
import type { CoefficientColumns } from '../engine/node-state.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import { priceGroups, type PriceGroup } from './price-groups.ts';
import {
  isMoved,
  type LeverTiming,
  type ScenarioContext,
  type ScenarioFlag,
  type ScenarioPlan,
} from './scenario-plan.ts';

export interface PricingLever extends LeverTiming {
  /** Products whose price moves; empty = all. */
  readonly productIds: readonly number[];
  /** Category whose products move; undefined = any. */
  readonly category: string | undefined;
  readonly changePercent: number;
}

/** Units per order against the price level of the whole basket; no published figure, so a wide triangle [J]. */
const priorBasket: Distribution = { kind: 'triangular', low: -0.8, mode: -0.3, high: 0 };

interface Totals {
  units: number;
  revenue: number;
  cost: number;
}

function totalsAt(groups: readonly PriceGroup[], step: number, columns: CoefficientColumns, draw: number): Totals {
  const totals = { units: 0, revenue: 0, cost: 0 };
  for (const group of groups) {
    const elasticities = columns.get(`e01:${group.category}`);
    const demand = elasticities ? (1 + step) ** at(elasticities, draw) : 1;
    totals.units += group.units.all + group.units.moved * (demand - 1);
    totals.revenue += group.revenue.all + group.revenue.moved * (demand * (1 + step) - 1);
    totals.cost += group.cost.all + group.cost.moved * (demand - 1);
  }
  return totals;
}

function revenueShare(groups: readonly PriceGroup[]): number {
  let moved = 0;
  let all = 0;
  for (const { revenue } of groups) {
    moved += revenue.moved;
    all += revenue.all;
  }
  return all > 0 ? moved / all : 0;
}

function observedRange(history: CompanyHistory, lever: PricingLever): number {
  let widest = 0;
  for (const product of history.products) {
    if (!matches(lever, product.id, product.category)) continue;
    const prices = product.price.filter((price) => price > 0);
    const middle = at(prices, prices.length - 1);
    for (const price of prices) widest = Math.max(widest, Math.abs(price / middle - 1));
  }
  return widest;
}

function matches({ productIds, category }: PricingLever, id: number, ofCategory: string): boolean {
  return (productIds.length === 0 || productIds.includes(id)) && (category === undefined || category === ofCategory);
}

function flagsOf(
  history: CompanyHistory,
  lever: PricingLever,
  coefficients: readonly CalibratedCoefficient[]
): ScenarioFlag[] {
  const flags: ScenarioFlag[] = [];
  const observed = observedRange(history, lever);
  if (Math.abs(lever.changePercent) / 100 > Math.max(0.05, 1.3 * observed)) {
    const detail = `prices of these products moved by at most ${(100 * observed).toFixed(0)} % in the history; ${lever.changePercent} % is beyond what was seen`;
    flags.push({ code: 'extrapolation', field: 'changePercent', detail });
  }
  if (coefficients.every(({ estimate }) => estimate === null)) {
    flags.push({
      code: 'prior_only',
      field: 'changePercent',
      detail: 'no usable price changes in the history: the published elasticity is used as it is',
    });
  }
  return flags;
}

/** Own-price demand with margin: units follow the elasticity of their category, unit costs stay. */
export function planPricing(lever: PricingLever, { history, states }: ScenarioContext): ScenarioPlan {
  const groups = priceGroups(history, (product) => matches(lever, product.id, product.category));
  const moved = groups.filter(({ units }) => units.moved > 0).map(({ category }) => category);
  const elasticities = categoryElasticities(history, moved);
  const step = lever.changePercent / 100;
  const before = totalsAt(groups, 0, new Map(), 0);
  const baseMargin = states.get('gross_margin');
  /** `fuller` is the change of the logarithm of units per order. */
  type Change = (totals: Totals, fuller: number) => number;
  // The answer of a draw is the same on all days.
  const answers = new Map<Change, Float64Array>();
  const answerOf = (change: Change, columns: CoefficientColumns, draws: number): Float64Array => {
    const known = answers.get(change);
    if (known) return known;
    const baskets = columns.get('basket');
    const answer = Float64Array.from({ length: draws }, (_, draw) =>
      change(totalsAt(groups, step, columns, draw), baskets ? at(baskets, draw) * priceLevel : 0)
    );
    answers.set(change, answer);
    return answer;
  };
  const shock = (node: string, form: 'log' | 'absolute', change: Change): ScenarioPlan['shocks'][number] => ({
    node,
    form,
    addTo(day, changes, columns) {
      if (!isMoved(day, lever) || step === 0) return;
      const answer = answerOf(change, columns, changes.length);
      for (let draw = 0; draw < changes.length; draw++) changes[draw] = at(changes, draw) + at(answer, draw);
    },
  });
  const marginOf = ({ revenue, cost }: Totals): number => (revenue > 0 ? 100 * (1 - cost / revenue) : 0);
  const basket = shrink({
    id: 'basket',
    label: 'units per order against the price level',
    prior: priorBasket,
    estimate: remembered(history, 'basket', () => estimateBasketElasticity(history)),
    bounds: [-1.5, 0],
  });
  const calibrated = [...elasticities.values(), basket];
  const priceLevel = revenueShare(groups) * Math.log(1 + step);
  return {
    shocks: [
      shock('units_sold', 'log', ({ units }, fuller) => Math.log(units / before.units) + fuller),
      shock('conversion_rate', 'log', ({ units }) => Math.log(units / before.units)),
      shock(
        'average_order_value',
        'log',
        ({ revenue, units }, fuller) => Math.log(revenue / before.revenue) - Math.log(units / before.units) + fuller
      ),
      ...(baseMargin ? [shock('gross_margin', 'absolute', (totals) => marginOf(totals) - marginOf(before))] : []),
    ],
    coefficients: new Map(calibrated.map(({ id, used }) => [id, used])),
    replacedLinks: ['e01', 'e02', 'i01', 'i02'],
    calibrated,
    flags: flagsOf(history, lever, calibrated),
    modelError: 0.15,
    focus: ['units_sold', 'conversion_rate', 'average_order_value', 'gross_margin', 'revenue'],
  };
}

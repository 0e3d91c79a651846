import { at } from '../../forecast/numeric/at.ts';
import type { CoefficientColumns, Shock } from '../engine/node-state.ts';
import { streamSeed } from '../draws/seed.ts';
import {
  isMoved,
  type LeverTiming,
  type ScenarioContext,
  type ScenarioFlag,
  type ScenarioPlan,
} from './scenario-plan.ts';
import { demandVariation, replayStock, replayedProducts, type StockPath } from './stock-replay.ts';

export interface InventoryLever extends LeverTiming {
  /** Products whose reorder point moves; empty = all. */
  readonly productIds: readonly number[];
  readonly reorderPointPercent: number;
}

/** Paths of demand that stand for the uncertainty of the replay. */
const pathCount = 24;

const pathId = 'stock:path';

interface PathPair {
  readonly base: StockPath;
  readonly moved: StockPath;
}

function flagsOf(lever: InventoryLever, products: number): ScenarioFlag[] {
  const flags: ScenarioFlag[] = [];
  if (products === 0)
    flags.push({
      code: 'no_history',
      field: 'productIds',
      detail: 'no stock positions are known, the scenario has no effect',
    });
  if (Math.abs(lever.reorderPointPercent) > 60) {
    const detail = `reorder points move by ${lever.reorderPointPercent} %; the replay assumes suppliers and lead times stay as they are`;
    flags.push({ code: 'extrapolation', field: 'reorderPointPercent', detail });
  }
  return flags;
}

/** Reorder points and fill rate: every product is replayed with and without the change on the same paths of demand (i09, i10). */
export function planInventory(
  lever: InventoryLever,
  { history, horizonDays, seed, states }: ScenarioContext
): ScenarioPlan {
  const products = replayedProducts(history);
  const variation = demandVariation(history);
  const touched = new Set(lever.productIds);
  const factor = 1 + lever.reorderPointPercent / 100;
  const moves = (id: number, day: number): boolean => (touched.size === 0 || touched.has(id)) && isMoved(day, lever);
  const pairs: PathPair[] = Array.from({ length: pathCount }, (_, path) => {
    const common = { days: horizonDays, seed: streamSeed(seed, path), variation };
    return {
      base: replayStock(products, { ...common, policy: { reorderFactor: () => 1 } }),
      moved: replayStock(products, {
        ...common,
        policy: { reorderFactor: (id, day) => (moves(id, day) ? factor : 1) },
      }),
    };
  });
  const shock = (node: string, form: 'log' | 'absolute', change: (pair: PathPair, day: number) => number): Shock => ({
    node,
    form,
    addTo(day: number, changes: Float64Array, columns: CoefficientColumns) {
      const column = columns.get(pathId);
      const byPath = Float64Array.from(pairs, (pair) => change(pair, day));
      for (let draw = 0; draw < changes.length; draw++)
        changes[draw] = at(changes, draw) + at(byPath, column ? at(column, draw) : 0);
    },
  });
  const valueChange = ({ base, moved }: PathPair, day: number): number =>
    Math.log(Math.max(1, at(moved.value, day)) / Math.max(1, at(base.value, day)));
  const shocks = [
    shock(
      'stock_rupture',
      'absolute',
      ({ base, moved }, day) => at(moved.soldOutPercent, day) - at(base.soldOutPercent, day)
    ),
    shock('stock_level', 'log', valueChange),
    shock('inventory_turnover', 'log', (pair, day) => -valueChange(pair, day)),
    shock('warehouse_capacity', 'log', valueChange),
  ];
  return {
    shocks: products.length === 0 ? [] : shocks.filter(({ node }) => states.has(node)),
    coefficients: new Map([[pathId, { kind: 'alternatives', weights: pairs.map(() => 1 / pathCount) }]]),
    replacedLinks: ['i09', 'i10', 'e17', 'e18'],
    calibrated: [],
    flags: flagsOf(lever, products.length),
    modelError: 0.33,
    focus: ['stock_rupture', 'stock_level', 'inventory_turnover', 'warehouse_capacity', 'conversion_rate'],
  };
}

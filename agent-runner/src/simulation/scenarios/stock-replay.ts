import { at } from '../../forecast/numeric/at.ts';
import { mean, standardDeviation } from '../../forecast/numeric/moments.ts';
import { normalQuantile } from '../draws/normal.ts';
import { streamSeed, uniformAt } from '../draws/seed.ts';
import { recentMean } from '../history/recent.ts';
import type { CompanyHistory, StockPosition } from '../history/company-history.ts';

/** Share of products sold out and value of all stock, day by day, on one path of demand. */
export interface StockPath {
  readonly soldOutPercent: Float64Array;
  readonly value: Float64Array;
}

export interface StockPolicy {
  /** Factor on the reorder point of a product. */
  readonly reorderFactor: (productId: number, day: number) => number;
}

interface ReplayedProduct {
  readonly position: StockPosition;
  readonly demand: number;
}

/** Units a day while there was something to sell. */
function demandOf(history: CompanyHistory, productId: number): number {
  const product = history.products.find(({ id }) => id === productId);
  if (!product) return 0;
  const units = product.units.map((sold, day) => (at(product.available, day) > 0 ? sold : Number.NaN));
  return recentMean(units, 84) || 0;
}

export function replayedProducts(history: CompanyHistory): ReplayedProduct[] {
  return history.stock.map((position) => ({ position, demand: demandOf(history, position.productId) }));
}

/** Poisson number from one uniform, by inversion. */
function poisson(mean: number, u: number): number {
  if (mean > 30)
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, u)))));
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (sum < u && count < 200) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}

interface ReplayInput {
  /** Standard deviation of the logarithm of a product's level of demand. */
  readonly variation: number;
  readonly days: number;
  readonly seed: number;
  readonly policy: StockPolicy;
}

/** Variation of the level of demand between periods beyond pure chance, over all products: (variance − mean) ÷ mean². */
export function demandVariation(history: CompanyHistory): number {
  const window = 28;
  let extra = 0;
  let squares = 0;
  for (const { units } of history.products) {
    const sums: number[] = [];
    for (let end = units.length; end >= window; end -= window) {
      let sum = 0;
      for (const value of units.subarray(end - window, end)) sum += value;
      sums.push(sum);
    }
    if (sums.length < 4) continue;
    const values = Float64Array.from(sums.slice(0, 13));
    extra += standardDeviation(values) ** 2 - mean(values);
    squares += mean(values) ** 2;
  }
  return squares > 0 ? Math.sqrt(Math.max(0, extra / squares)) : 0;
}

function replayOne(
  { position, demand }: ReplayedProduct,
  { days, seed, policy, variation }: ReplayInput,
  path: StockPath,
  share: number
): void {
  let onHand = position.onHand;
  const arrivals = new Float64Array(days + Math.ceil(position.leadTimeDays) + 30);
  let onOrder = 0;
  // A raised reorder point brings orders forward but not higher; a lowered one also lowers what they fill up to.
  const usualTarget = position.reorderPoint + position.typicalOrder;
  for (const { quantity, daysUntil } of position.incoming) {
    const day = Math.min(arrivals.length - 1, daysUntil);
    arrivals[day] = at(arrivals, day) + quantity;
    onOrder += quantity;
  }
  const key = streamSeed(seed, position.productId);
  const rate = demand * Math.exp(variation * normalQuantile(uniformAt(key, 50_000)) - (variation * variation) / 2);
  for (let day = 0; day < days; day++) {
    onHand += at(arrivals, day);
    onOrder -= at(arrivals, day);
    onHand = Math.max(0, onHand - poisson(rate, uniformAt(key, day)));
    const point = position.reorderPoint * policy.reorderFactor(position.productId, day);
    const available = onHand + onOrder;
    if (available <= point) {
      const target = Math.max(point + 1, Math.min(usualTarget, point + position.typicalOrder));
      const quantity = Math.max(1, Math.ceil(target - available));
      const late = position.leadTimeSpread * normalQuantile(uniformAt(key, 60_000 + day));
      const arrival = Math.min(arrivals.length - 1, day + Math.max(1, Math.round(position.leadTimeDays + late)));
      arrivals[arrival] = at(arrivals, arrival) + quantity;
      onOrder += quantity;
    }
    if (onHand <= 0) path.soldOutPercent[day] = at(path.soldOutPercent, day) + share;
    path.value[day] = at(path.value, day) + onHand * position.unitCost;
  }
}

/** Lives every product through the horizon with its own demand, reorder point and lead time. */
export function replayStock(products: readonly ReplayedProduct[], input: ReplayInput): StockPath {
  const path = { soldOutPercent: new Float64Array(input.days), value: new Float64Array(input.days) };
  for (const product of products) replayOne(product, input, path, 100 / products.length);
  return path;
}

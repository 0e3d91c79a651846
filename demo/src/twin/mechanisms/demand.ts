import type { TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import type { ProductState } from '../state.ts';
import { categoryFactor, competitorPrice } from '../season.ts';
import { sellingPrice } from './pricing.ts';

/** What visitors want today and how likely they take it: interest does not depend on levers, appeal does. */
export interface Demand {
  products: ProductState[];
  /** Running sums of the interest in each product. */
  running: Float64Array;
  appeal: Float64Array;
  /** Interest against a day without surge: a fashion brings visitors of its own. */
  surge: number;
}

/** Cheaper than half price draws no further crowd than this. */
const appealLimit = 6;

export function demandOfDay(today: TwinDay): Demand {
  const { state, day } = today;
  const products = state.products;
  const seasons = new Map<number, { interest: number; competitor: number }>();
  const running = new Float64Array(products.length);
  const appeal = new Float64Array(products.length);
  const surges = activeOf(state.disturbances, 'demand-surge', day);
  let total = 0;
  let usual = 0;
  for (const [index, product] of products.entries()) {
    let season = seasons.get(product.category);
    if (season === undefined) {
      const { seed } = state;
      season = {
        interest: categoryFactor(seed, product.category, day),
        competitor: competitorPrice(seed, product.category, day),
      };
      seasons.set(product.category, season);
    }
    let interest = product.popularity * season.interest;
    usual += interest;
    for (const surge of surges) if (surge.productIds.includes(product.id)) interest *= surge.factor;
    total += interest;
    running[index] = total;
    const ratio = sellingPrice(product) / (product.basePrice * season.competitor);
    appeal[index] = Math.min(appealLimit, ratio ** product.elasticity);
  }
  return { products, running, appeal, surge: total / usual };
}

/** Index of the product that a draw in [0, 1) points at. */
export function wanted(demand: Demand, u: number): number {
  const { running } = demand;
  const goal = u * (running[running.length - 1] ?? 0);
  let low = 0;
  let high = running.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((running[middle] ?? 0) > goal) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function available(product: ProductState): boolean {
  return product.onHand > product.reserved;
}

import { at } from '../../forecast/numeric/at.ts';
import { recentMean } from '../history/recent.ts';
import type { CompanyHistory, ProductHistory } from '../history/company-history.ts';

/** Days from which the present mix of products is read. */
const mixDays = 56;

/** Units, revenue and cost a day of the products of one category, moved and unmoved ones. */
export interface PriceGroup {
  readonly category: string;
  readonly units: { readonly moved: number; readonly all: number };
  readonly revenue: { readonly moved: number; readonly all: number };
  readonly cost: { readonly moved: number; readonly all: number };
}

function last(series: Float64Array): number {
  return at(series, series.length - 1);
}

/** The mix by category, with what part of it a price change would move. */
export function priceGroups(
  history: CompanyHistory,
  isMovedProduct: (product: ProductHistory) => boolean
): PriceGroup[] {
  const groups = new Map<string, PriceGroup>();
  for (const product of history.products) {
    const units = recentMean(product.units, mixDays) || 0;
    const moved = isMovedProduct(product) ? units : 0;
    const before = groups.get(product.category);
    const price = last(product.price);
    const add = (old: { moved: number; all: number } | undefined, factor: number): { moved: number; all: number } => ({
      moved: (old?.moved ?? 0) + moved * factor,
      all: (old?.all ?? 0) + units * factor,
    });
    groups.set(product.category, {
      category: product.category,
      units: add(before?.units, 1),
      revenue: add(before?.revenue, price),
      cost: add(before?.cost, product.unitCost),
    });
  }
  return [...groups.values()];
}

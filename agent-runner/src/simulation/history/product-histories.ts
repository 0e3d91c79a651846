import type { ProductHistory } from './company-history.ts';
import type { HistoryFrame } from './kpi-values.ts';
import type { DriverRow } from './sql-rows.ts';

export interface ProductRows {
  readonly products: readonly DriverRow<'products'>[];
  readonly priceChanges: readonly DriverRow<'price-changes'>[];
  readonly units: readonly DriverRow<'product-units'>[];
  readonly soldOut: readonly DriverRow<'sold-out-days'>[];
}

interface PriceLine {
  readonly price: Float64Array;
  readonly promoted: Float64Array;
}

/** Prices and promotions day by day: backwards the old price held until a change, forwards the new one from it on. */
export function priceLine(
  listPrice: number,
  changes: readonly DriverRow<'price-changes'>[],
  { firstDay, days }: HistoryFrame
): PriceLine {
  const line = {
    price: new Float64Array(days).fill(changes.at(-1)?.new_price ?? listPrice),
    promoted: new Float64Array(days),
  };
  const position = (day: number): number => Math.min(days, Math.max(0, day - firstDay));
  for (const change of [...changes].reverse()) line.price.fill(change.old_price, 0, position(change.from_day));
  for (const change of changes) {
    line.price.fill(change.new_price, position(change.from_day));
    if (change.to_day !== null) line.promoted.fill(1, position(change.from_day), position(change.to_day));
  }
  return line;
}

function grouped<T extends { readonly product_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.product_id);
    if (group) group.push(row);
    else groups.set(row.product_id, [row]);
  }
  return groups;
}

/** Price, units and availability of every product, from rows of the shop. */
export function productHistories(rows: ProductRows, frame: HistoryFrame): ProductHistory[] {
  const changes = grouped(rows.priceChanges);
  const units = grouped(rows.units);
  const soldOut = grouped(rows.soldOut);
  return rows.products.map(({ id, category, list_price, unit_cost }) => {
    const sold = new Float64Array(frame.days);
    for (const row of units.get(id) ?? []) sold[row.day - frame.firstDay] = row.units;
    const available = new Float64Array(frame.days).fill(1);
    for (const row of soldOut.get(id) ?? []) available[row.day - frame.firstDay] = 0;
    return {
      id,
      category,
      unitCost: unit_cost,
      ...priceLine(list_price, changes.get(id) ?? [], frame),
      units: sold,
      available,
    };
  });
}

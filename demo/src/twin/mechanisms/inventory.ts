import { isoOf, daySeconds } from '../calendar.ts';
import { timeOf, write, type TwinDay } from '../day.ts';
import { level, update } from '../facts.ts';
import { supplierRecord } from '../initial/suppliers.ts';
import { plannedDemand } from '../season.ts';
import { reorderPointOf } from './procurement.ts';
import { capacity, usedVolume } from './warehouse-space.ts';

/** Weight of one day in the planners' moving average of sales. */
const smoothing = 0.035;

/** Learns demand from what was sold, unless there was nothing to sell. */
export function learnDemand(today: TwinDay, soldBefore: readonly number[]): void {
  const plan = plannedDemand(today.day);
  for (const [index, product] of today.state.products.entries()) {
    const sold = product.reserved - (soldBefore[index] ?? 0);
    if (product.onHand - product.reserved <= 0 && sold <= product.forecast) continue;
    product.forecast += smoothing * (Math.min(sold, product.forecast * 8 + 3) / plan - product.forecast);
    product.forecast = Math.max(0.01, product.forecast);
  }
}

export function closeInventory(today: TwinDay): void {
  const { state, figures } = today;
  const snapshotAt = timeOf(today, daySeconds - 1);
  let empty = 0;
  let value = 0;
  for (const product of state.products) {
    if (product.onHand - product.reserved <= 0) empty += 1;
    value += product.onHand * product.unitCost;
    write(today, 'inventory_snapshots', {
      warehouse_id: 1,
      snapshot_at: snapshotAt,
      product_id: product.id,
      quantity: product.onHand,
      reserved_quantity: product.reserved,
      unit_cost: product.unitCost,
    });
    writeLevel(today, product.id, snapshotAt);
  }
  figures.stockRuptureShare = empty / state.products.length;
  figures.inventoryValue = value;
  figures.warehouseUsedShare = usedVolume(state) / capacity(state, today.day);
  closeOverflow(today);
}

function writeLevel(today: TwinDay, id: number, at: string): void {
  if (today.detail === 'none') return;
  const product = today.state.products[id - 1];
  if (product === undefined) return;
  const { leadDays, spread } = supplierRecord(product.supplierId);
  level(today.facts, 'inventory_levels', {
    product_id: id,
    warehouse_id: 1,
    stocked_quantity: product.onHand,
    reserved_quantity: product.reserved,
    incoming_quantity: product.onOrder,
    reorder_point: reorderPointOf(product, leadDays, spread),
    lead_time_days: leadDays,
    updated_at: at,
  });
}

function closeOverflow(today: TwinDay): void {
  const { warehouse } = today.state;
  for (const extra of warehouse.overflow) {
    if (extra.untilDay === today.day + 1) {
      update(today.facts, 'warehouses', extra.id, { closed_at: isoOf(extra.untilDay * daySeconds - 1) });
    }
  }
  warehouse.overflow = warehouse.overflow.filter((extra) => extra.untilDay > today.day + 1);
}

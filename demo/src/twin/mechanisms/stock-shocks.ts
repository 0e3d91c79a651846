import { productOf, timeOf, type TwinDay } from '../day.ts';
import { startsOn } from '../disturbance.ts';
import { nextId } from '../day.ts';
import { moveStock, orderFromSupplier } from './procurement.ts';

/** One-off events on the shelves: a quarantined lot, an oversized delivery. */
export function runStockShocks(today: TwinDay): void {
  const { state, day } = today;
  for (const loss of startsOn(state.disturbances, 'stock-loss', day)) {
    for (const id of loss.productIds) {
      const product = productOf(state, id);
      const left = product.reserved + Math.floor(product.forecast * loss.coverDays);
      if (product.onHand <= left) continue;
      moveStock(today, id, left - product.onHand, 'adjustment', 'quarantined lot (drill)', timeOf(today, 60));
      product.onHand = left;
    }
  }
  for (const delivery of startsOn(state.disturbances, 'bulk-delivery', day))
    deliverTooMuch(today, delivery.volumeShare);
}

/** A supplier ships far more of the slow movers than anybody asked for; it arrives at once. */
function deliverTooMuch(today: TwinDay, volumeShare: number): void {
  const { state } = today;
  const slow = [...state.products]
    .sort((a, b) => a.forecast / a.volume - b.forecast / b.volume || a.id - b.id)
    .slice(0, 40);
  const perProduct = (state.warehouse.capacityM3 * volumeShare) / slow.length;
  for (const supplierId of new Set(slow.map((product) => product.supplierId))) {
    const lines = slow
      .filter((product) => product.supplierId === supplierId)
      .map((product) => ({ productId: product.id, quantity: Math.max(1, Math.round(perProduct / product.volume)) }));
    orderFromSupplier(today, { id: nextId(state, 'purchase_orders'), supplierId, expedited: false, lines });
    const order = state.purchaseOrders.at(-1);
    if (order !== undefined) order.dueDay = today.day;
  }
}

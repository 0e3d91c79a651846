import { isoOf, daySeconds } from '../calendar.ts';
import { categories, company } from '../company.ts';
import { keyFor, money, nextId, productOf, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { activeOf, startsOn } from '../disturbance.ts';
import { update } from '../facts.ts';
import { supplierRecord } from '../initial/suppliers.ts';
import { draw, lognormal } from '../random.ts';
import { categorySeason, plannedDemand } from '../season.ts';
import type { ProductState, PurchaseOrderState } from '../state.ts';
import { capacity, usedVolume } from './warehouse-space.ts';

const pack = 6;
/** Days until the next look at a product, on average. */
const reviewDays = 3.5;
const paymentTermDays = 30;
/** Planners order less when the warehouse is this full. */
const fullFrom = 0.84;

export interface OrderRequest {
  id: number;
  supplierId: number;
  expedited: boolean;
  lines: { productId: number; quantity: number }[];
}

/** Level at which a product is ordered again: demand over the lead time plus safety stock. */
export function reorderPointOf(product: ProductState, leadDays: number, spread: number): number {
  if (product.reorderPoint !== null) return product.reorderPoint;
  const horizon = leadDays + reviewDays;
  const mean = product.forecast * horizon;
  const sigma = Math.sqrt(mean * 1.6 + (product.forecast * leadDays * spread) ** 2);
  return Math.ceil(mean + company.safetyFactor * sigma);
}

export function runProcurement(today: TwinDay): void {
  delayOpenOrders(today);
  const { state, day, calendar } = today;
  const outlook = outlooks(day);
  const caution = usedVolume(state) / capacity(state, day) > fullFrom ? 0.7 : 1;
  for (const supplier of state.suppliers) {
    if (!supplier.orderWeekdays.includes(calendar.weekday)) continue;
    const lines: OrderRequest['lines'] = [];
    for (const product of state.products) {
      if (product.supplierId !== supplier.id) continue;
      const position = product.onHand - product.reserved + product.onOrder;
      const point =
        reorderPointOf(product, supplier.leadDays, supplier.spread) * (outlook[product.category] ?? 1) * caution;
      if (position > point) continue;
      const wish = point + product.forecast * (outlook[product.category] ?? 1) * company.stockCoverDays - position;
      lines.push({ productId: product.id, quantity: Math.max(pack, Math.ceil(wish / pack) * pack) });
    }
    if (lines.length > 0) {
      orderFromSupplier(today, {
        id: nextId(state, 'purchase_orders'),
        supplierId: supplier.id,
        expedited: false,
        lines,
      });
    }
  }
}

/** Expected demand per category when the goods will be here, against the weeks the forecast was learned from. */
function outlooks(day: number): number[] {
  let plan = 0;
  for (let ahead = 5; ahead < 45; ahead += 1) plan += plannedDemand(day + ahead) / 40;
  return categories.map(
    (_, category) => plan * Math.min(1.4, categorySeason(category, day + 25) / categorySeason(category, day - 14))
  );
}

export function orderFromSupplier(today: TwinDay, request: OrderRequest): void {
  const { state, day } = today;
  const record = supplierRecord(request.supplierId);
  const key = keyFor(today, 'procurement', request.supplierId * 10 + (request.expedited ? 1 : 0));
  const expressFactor = request.expedited ? 1.12 : 1;
  const promised = request.expedited ? Math.max(2, Math.round(record.leadDays * 0.3)) : record.leadDays;
  let due = day + Math.max(1, Math.round(promised * lognormal(key, 1, request.expedited ? 0.05 : record.spread)));
  for (const late of activeOf(state.disturbances, 'supplier-late', day)) {
    if (late.supplierId === request.supplierId) due += request.expedited ? late.expeditedDelayDays : late.delayDays;
  }
  const order: PurchaseOrderState = {
    id: request.id,
    supplierId: request.supplierId,
    orderedDay: day,
    dueDay: due,
    expedited: request.expedited,
    lines: request.lines.map(({ productId, quantity }) => ({
      itemId: nextId(state, 'purchase_order_items'),
      productId,
      quantity,
      unitPrice: money(productOf(state, productId).unitCost * record.priceFactor * expressFactor),
    })),
  };
  state.purchaseOrders.push(order);
  writePurchaseOrder(today, order, promised);
}

function writePurchaseOrder(today: TwinDay, order: PurchaseOrderState, promisedDays: number): void {
  let total = 0;
  for (const line of order.lines) {
    total += line.quantity * line.unitPrice;
    productOf(today.state, line.productId).onOrder += line.quantity;
  }
  write(today, 'purchase_orders', {
    id: order.id,
    supplier_id: order.supplierId,
    ordered_at: timeOf(today, 7 * 3600),
    expected_at: isoOf((today.day + promisedDays) * daySeconds + 12 * 3600),
    received_at: null,
    canceled_at: null,
    total_amount: money(total),
  });
  for (const line of order.lines) {
    write(today, 'purchase_order_items', {
      id: line.itemId,
      purchase_order_id: order.id,
      product_id: line.productId,
      warehouse_id: 1,
      quantity: line.quantity,
      received_quantity: 0,
      unit_price: line.unitPrice,
      received_at: null,
    });
  }
}

function delayOpenOrders(today: TwinDay): void {
  for (const late of startsOn(today.state.disturbances, 'supplier-late', today.day)) {
    for (const order of today.state.purchaseOrders) {
      if (order.supplierId === late.supplierId && !order.expedited) order.dueDay += late.delayDays;
    }
  }
}

export function cancelPurchaseOrder(today: TwinDay, id: number): void {
  const { state } = today;
  const position = state.purchaseOrders.findIndex((order) => order.id === id);
  const order = state.purchaseOrders[position];
  if (order === undefined) return;
  state.purchaseOrders.splice(position, 1);
  for (const line of order.lines) productOf(state, line.productId).onOrder -= line.quantity;
  update(today.facts, 'purchase_orders', id, { canceled_at: timeOf(today, 6 * 3600) });
}

/** Goods that arrive today are on the shelf before the shop opens. */
export function runReceiving(today: TwinDay): void {
  const { state, day } = today;
  const waiting: PurchaseOrderState[] = [];
  for (const order of state.purchaseOrders) {
    if (order.dueDay > day) waiting.push(order);
    else receive(today, order);
  }
  state.purchaseOrders = waiting;
}

function receive(today: TwinDay, order: PurchaseOrderState): void {
  const at = timeOf(
    today,
    6 * 3600 + Math.floor(draw(keyFor(today, 'receiving', order.supplierId * 100_000 + order.orderedDay), 1) * 3600)
  );
  let total = 0;
  for (const line of order.lines) {
    const product = productOf(today.state, line.productId);
    product.onHand += line.quantity;
    product.onOrder -= line.quantity;
    total += line.quantity * line.unitPrice;
    update(today.facts, 'purchase_order_items', line.itemId, { received_quantity: line.quantity, received_at: at });
    moveStock(today, product.id, line.quantity, 'receipt', `purchase order ${String(order.id)}`, at);
  }
  update(today.facts, 'purchase_orders', order.id, { received_at: at });
  schedule(today, today.day + paymentTermDays, { kind: 'supplier-paid', amount: money(total) });
}

export function moveStock(
  today: TwinDay,
  product: number,
  quantity: number,
  kind: string,
  reference: string,
  at: string
): void {
  write(today, 'inventory_movements', {
    id: nextId(today.state, 'inventory_movements'),
    product_id: product,
    warehouse_id: 1,
    quantity,
    kind,
    reference,
    occurred_at: at,
  });
}

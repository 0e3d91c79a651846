import { daySeconds, isoOf } from '../calendar.ts';
import { carriers } from '../company.ts';
import { addCost, nextId, productOf, schedule, write, type TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import { update } from '../facts.ts';
import { medianOf } from '../figures.ts';
import { draw, keyOf, lognormal, pick } from '../random.ts';
import { plannedDemand } from '../season.ts';
import type { OpenOrder } from '../state.ts';
import { capacity, usedVolume } from './warehouse-space.ts';
import { issueInvoice } from './invoices.ts';
import { moveStock } from './procurement.ts';

const weekdayCapacity = [0, 1, 1, 1, 1, 1, 0.6] as const;
const ordersPerExtraPerson = 24;
const firstShift = 8 * 3600;
const lastPickup = 17.75 * 3600;
/** Above this share of used volume picking slows down (published operating ceiling: 85 %). */
const crowdedFrom = 0.85;

/** Orders the warehouse can ship today. */
export function shippingCapacity(today: TwinDay): number {
  const { state, day, calendar } = today;
  const share = weekdayCapacity[calendar.weekday] ?? 1;
  let absent = 0;
  for (const absence of activeOf(state.disturbances, 'staff-absence', day)) absent += absence.share;
  let staff = state.warehouse.ordersPerDay * plannedDemand(day) * Math.max(0.1, 1 - absent);
  for (const extra of state.warehouse.extraStaff)
    if (extra.untilDay > day) staff += extra.amount * ordersPerExtraPerson;
  const used = usedVolume(state) / capacity(state, day);
  const crowding = used <= crowdedFrom ? 1 : Math.max(0.55, 1 - (used - crowdedFrom) * 2.6);
  return staff * share * crowding;
}

/** First in, first out, from the first shift to the last pick-up. */
export function runFulfilment(today: TwinDay): void {
  const { state, day, figures } = today;
  const limit = shippingCapacity(today);
  state.orderQueue.sort((a, b) => a.paidAt - b.paidAt || a.id - b.id);
  const hours: number[] = [];
  if (limit > 0) {
    const step = (lastPickup - firstShift) / limit;
    let clock = day * daySeconds + firstShift;
    const end = day * daySeconds + lastPickup;
    const waiting: OpenOrder[] = [];
    for (const order of state.orderQueue) {
      const start = Math.max(clock + step, order.paidAt + 5400);
      if (start > end) {
        waiting.push(order);
        continue;
      }
      clock = start;
      ship(today, order, Math.floor(start));
      hours.push((start - order.paidAt) / 3600);
    }
    state.orderQueue = waiting;
  }
  figures.shipped = hours.length;
  figures.fulfilmentMedianHours = medianOf(hours);
  figures.openOrders = state.orderQueue.length;
  if (figures.fulfilmentMedianHours !== null) {
    state.market.fulfilmentDays += 0.1 * (figures.fulfilmentMedianHours / 24 - state.market.fulfilmentDays);
  }
}

function ship(today: TwinDay, order: OpenOrder, at: number): void {
  const { state } = today;
  const key = keyOf(state.seed, 'fulfilment', order.key, 0);
  const carrier = carriers[pick(state.warehouse.carrierWeights, draw(key, 1))] ?? carriers[0];
  const id = nextId(state, 'fulfillments');
  const cost = Math.round(carrier.price * lognormal(key, 2, 0.1) * 100) / 100;
  write(today, 'fulfillments', {
    id,
    order_id: order.id,
    warehouse_id: 1,
    carrier: carrier.name,
    carrier_id: carrier.id,
    packed_at: isoOf(at - 900),
    shipped_at: isoOf(at),
    delivered_at: null,
    shipping_cost_amount: cost,
  });
  for (const line of order.lines) {
    const product = productOf(state, line.product);
    product.reserved -= line.quantity;
    product.onHand -= line.quantity;
    write(today, 'fulfillment_items', { fulfillment_id: id, order_item_id: line.id, quantity: line.quantity });
    moveStock(today, line.product, -line.quantity, 'sale', `order ${String(order.id)}`, isoOf(at));
  }
  update(today.facts, 'orders', order.id, { status: 'shipped' });
  addCost(today, 'warehouse/shipping', cost);
  if (order.business) issueInvoice(today, order, at);
  let transit = carrier.transitDays * lognormal(key, 3, 0.32);
  for (const failure of activeOf(state.disturbances, 'carrier-failure', today.day)) {
    if (failure.carrierId === carrier.id) transit += failure.extraDays;
  }
  const delivered = at + transit * daySeconds;
  const lateDays = (delivered - order.promisedAt) / daySeconds;
  const { customer, lines, key: orderKey } = order;
  schedule(today, delivered / daySeconds, {
    kind: 'deliver',
    order: { id: order.id, key: orderKey, customer, fulfillmentId: id, lines, lateDays },
    at: Math.floor(delivered),
  });
}

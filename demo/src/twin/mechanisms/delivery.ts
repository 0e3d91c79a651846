import { daySeconds, isoOf } from '../calendar.ts';
import { categories, company } from '../company.ts';
import { money, nextId, productOf, schedule, write, type TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import { update } from '../facts.ts';
import { draw, keyOf, pick } from '../random.ts';
import type { AgendaItem, DeliveredOrder } from '../state.ts';
import { changeMood } from './customers.ts';
import { moveStock } from './procurement.ts';
import { planReview } from './reviews.ts';

const errorTypes = ['wrong_item', 'wrong_quantity', 'wrong_address', 'damaged', 'lost'] as const;
const returnReasons = ['wrong_item', 'not_as_described', 'changed_mind', 'late', 'other'] as const;

export function deliver(today: TwinDay, { order, at }: Extract<AgendaItem, { kind: 'deliver' }>): void {
  update(today.facts, 'fulfillments', order.fulfillmentId, { delivered_at: isoOf(at) });
  update(today.facts, 'orders', order.id, { status: 'delivered' });
  if (order.lateDays > 0) changeMood(today.state, order.customer, order.lateDays > 2 ? 0.65 : 0.85);
  const key = keyOf(today.state.seed, 'delivery', order.key, 0);
  if (draw(key, 1) < company.shipmentErrorShare) planError(today, order, at, key);
  const defective = planReturns(today, order, at);
  planReview(today, order, at, defective);
}

function planError(today: TwinDay, order: DeliveredOrder, at: number, key: number): void {
  const reported = at + (0.3 + 4 * draw(key, 2)) * daySeconds;
  const type = errorTypes[pick([0.4, 0.2, 0.1, 0.25, 0.05], draw(key, 3))] ?? 'wrong_item';
  schedule(today, reported / daySeconds, {
    kind: 'shipment-error',
    fulfillmentId: order.fulfillmentId,
    customer: order.customer,
    orderId: order.id,
    type,
    at: Math.floor(reported),
  });
}

/** Returns are decided line by line; the answer says whether something was broken. */
function planReturns(today: TwinDay, order: DeliveredOrder, at: number): boolean {
  let defective = false;
  for (const [position, line] of order.lines.entries()) {
    const product = productOf(today.state, line.product);
    const key = keyOf(today.state.seed, 'returns', order.key, position);
    const share = company.returnShare * (categories[product.category]?.returns ?? 1);
    let defectShare = share * company.defectShareOfReturns;
    for (const batch of activeOf(today.state.disturbances, 'defect-batch', today.day)) {
      if (batch.category === product.category) defectShare *= batch.factor;
    }
    const u = draw(key, 1);
    const reason =
      u < defectShare
        ? 'defect'
        : u < defectShare + share
          ? (returnReasons[pick([0.08, 0.27, 0.45, 0.05, 0.15], draw(key, 2))] ?? 'other')
          : null;
    if (reason === null) continue;
    if (reason === 'defect') defective = true;
    const requested = at + (1 + 10 * draw(key, 3)) * daySeconds;
    schedule(today, requested / daySeconds, {
      kind: 'return-requested',
      order,
      line,
      lineKey: key,
      reason,
      at: Math.floor(requested),
    });
  }
  return defective;
}

export function reportError(today: TwinDay, item: Extract<AgendaItem, { kind: 'shipment-error' }>): void {
  write(today, 'shipment_errors', {
    id: nextId(today.state, 'shipment_errors'),
    fulfillment_id: item.fulfillmentId,
    type: item.type,
    reported_at: isoOf(item.at),
  });
  changeMood(today.state, item.customer, 0.7);
}

export function requestReturn(today: TwinDay, item: Extract<AgendaItem, { kind: 'return-requested' }>): void {
  const { order, line } = item;
  const id = nextId(today.state, 'returns');
  const received = item.at + (2.5 + 4 * draw(item.lineKey, 10)) * daySeconds;
  const refund = money(line.quantity * line.price - line.discount);
  write(today, 'returns', {
    id,
    order_id: order.id,
    requested_at: isoOf(item.at),
    received_at: null,
    refund_amount: refund,
  });
  write(today, 'return_items', {
    return_id: id,
    order_item_id: line.id,
    quantity: line.quantity,
    damaged_quantity: item.reason === 'defect' ? line.quantity : 0,
    reason: item.reason,
  });
  if (item.reason === 'defect') changeMood(today.state, order.customer, 0.7);
  const restock = item.reason === 'defect' ? [] : [{ product: line.product, quantity: line.quantity }];
  schedule(today, received / daySeconds, {
    kind: 'return-received',
    orderId: order.id,
    returnId: id,
    refund,
    restock,
    at: Math.floor(received),
  });
}

export function receiveReturn(today: TwinDay, item: Extract<AgendaItem, { kind: 'return-received' }>): void {
  update(today.facts, 'returns', item.returnId, { received_at: isoOf(item.at) });
  update(today.facts, 'orders', item.orderId, { status: 'returned' });
  for (const { product, quantity } of item.restock) {
    productOf(today.state, product).onHand += quantity;
    moveStock(today, product, quantity, 'return', `return ${String(item.returnId)}`, isoOf(item.at));
  }
  today.figures.refunds += item.refund;
  today.cash.operating -= item.refund;
}

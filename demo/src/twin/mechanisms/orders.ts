import { daySeconds, isoOf } from '../calendar.ts';
import { company } from '../company.ts';
import { money, nextId, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { update } from '../facts.ts';
import { draw } from '../random.ts';
import type { OpenOrder, OrderLine } from '../state.ts';
import { addCustomer } from './customers.ts';
import { available, wanted, type Demand } from './demand.ts';
import { sellingPrice } from './pricing.ts';
import { sessionUuid } from './session-rows.ts';
import type { Visit, VisitOutcome } from './visit.ts';

const promisedDays = 5;

export function placeOrder(
  today: TwinDay,
  demand: Demand,
  visit: Visit,
  first: number,
  second: number
): NonNullable<VisitOutcome['order']> {
  const { state } = today;
  const isNew = visit.customer === 0;
  const customer = isNew ? addCustomer(today, visit.key) : visit.customer;
  if (isNew) writeCustomer(today, visit, customer, second);
  const id = nextId(state, 'orders');
  const coupon = draw(visit.key, 30) < (isNew ? 0.14 : 0.05) && redeem(state) ? 0.1 : 0;
  const lines = linesOf(today, demand, visit, first, coupon);
  const paidSecond = Math.min(daySeconds - 1, second + 180 + Math.floor(draw(visit.key, 31) * 900));
  const order: OpenOrder = {
    id,
    key: visit.key,
    customer,
    paidAt: today.day * daySeconds + paidSecond,
    promisedAt: (today.day + promisedDays) * daySeconds + paidSecond,
    net: 0,
    lines,
    business: draw(visit.key, 32) < company.businessShare,
  };
  let discount = 0;
  for (const line of lines) {
    order.net += line.quantity * line.price - line.discount;
    discount += line.discount;
  }
  order.net = money(order.net);
  writeOrder(today, visit, order, discount, second);
  if (isNew) today.figures.newCustomerDiscounts += discount;
  book(today, visit, order, isNew);
  state.orderQueue.push(order);
  if (draw(visit.key, 33) < 0.011) schedule(today, today.day + 1, { kind: 'cancel', orderId: id });
  return { id, customer, amount: order.net, paidSecond };
}

/** Counts the use of the voucher; false when its limit is reached. */
function redeem({ voucher }: TwinDay['state']): boolean {
  if (voucher.limit !== null && voucher.uses >= voucher.limit) return false;
  voucher.uses += 1;
  return true;
}

function linesOf(today: TwinDay, demand: Demand, visit: Visit, first: number, coupon: number): OrderLine[] {
  const chosen = [first];
  for (const slot of [20, 22]) {
    if (draw(visit.key, slot) >= company.extraLine) continue;
    const extra = wanted(demand, draw(visit.key, slot + 1));
    const product = demand.products[extra];
    if (product === undefined || chosen.includes(extra) || !available(product)) continue;
    if (draw(visit.key, slot + 5) < Math.min(1, 0.85 * (demand.appeal[extra] ?? 1))) chosen.push(extra);
  }
  const lines: OrderLine[] = [];
  for (const [position, index] of chosen.entries()) {
    const product = demand.products[index];
    if (product === undefined) continue;
    const u = draw(visit.key, 34 + position);
    const quantity = Math.min(u < 0.05 ? 3 : u < 0.24 ? 2 : 1, product.onHand - product.reserved);
    const price = sellingPrice(product);
    product.reserved += quantity;
    lines.push({
      id: nextId(today.state, 'order_items'),
      product: product.id,
      quantity,
      price,
      discount: money(price * quantity * coupon),
    });
    today.figures.units += quantity;
    today.figures.costOfGoods += quantity * product.unitCost;
  }
  return lines;
}

function book(today: TwinDay, visit: Visit, order: OpenOrder, isNew: boolean): void {
  today.figures.orders += 1;
  today.figures.revenue += order.net;
  if (isNew) today.figures.newCustomers += 1;
  if (visit.campaignId === null) return;
  const sold = today.ordersByCampaign.get(visit.campaignId) ?? { orders: 0, revenue: 0 };
  sold.orders += 1;
  sold.revenue += order.net;
  today.ordersByCampaign.set(visit.campaignId, sold);
}

function writeCustomer(today: TwinDay, visit: Visit, customer: number, second: number): void {
  write(today, 'customers', {
    id: customer,
    email: `customer-${String(customer)}@example.invalid`,
    country_code: visit.country,
    acquisition_channel: visit.channel,
    first_order_at: timeOf(today, second),
    created_at: timeOf(today, second),
  });
}

function writeOrder(today: TwinDay, visit: Visit, order: OpenOrder, discount: number, second: number): void {
  const shipping = order.net < company.freeShippingFrom ? company.shippingFee : 0;
  const gross = money((order.net + shipping) * 1.19);
  write(today, 'orders', {
    id: order.id,
    customer_id: order.customer,
    session_id: today.detail === 'full' ? sessionUuid(today, second, visit.entity, visit.key) : null,
    campaign_id: visit.campaignId,
    status: 'paid',
    total_net_amount: order.net,
    total_gross_amount: gross,
    shipping_net_amount: shipping,
    discount_amount: money(discount),
    promised_at: isoOf(order.promisedAt),
    paid_at: isoOf(order.paidAt),
    canceled_at: null,
    created_at: timeOf(today, second),
  });
  for (const line of order.lines) {
    write(today, 'order_items', {
      id: line.id,
      order_id: order.id,
      product_id: line.product,
      quantity: line.quantity,
      unit_price: line.price,
      discount_amount: line.discount,
      unit_cost: today.state.products[line.product - 1]?.unitCost ?? null,
    });
  }
  if (discount > 0)
    write(today, 'order_coupons', { order_id: order.id, coupon_id: 1, discount_amount: money(discount) });
  if (order.business) return;
  today.cash.operating += order.net + shipping;
  write(today, 'payments', {
    id: nextId(today.state, 'payments'),
    order_id: order.id,
    invoice_id: null,
    provider: draw(visit.key, 37) < 0.6 ? 'card' : 'wallet',
    amount: gross,
    paid_at: isoOf(order.paidAt),
    refunded_amount: 0,
  });
}

/** An order that has not left yet can still be called off. */
export function cancelOrder(today: TwinDay, orderId: number): void {
  const { state } = today;
  const position = state.orderQueue.findIndex((order) => order.id === orderId);
  const order = state.orderQueue[position];
  if (order === undefined) return;
  state.orderQueue.splice(position, 1);
  for (const line of order.lines) {
    const product = state.products[line.product - 1];
    if (product !== undefined) product.reserved -= line.quantity;
  }
  if (!order.business) today.cash.operating -= order.net;
  update(today.facts, 'orders', orderId, { status: 'canceled', canceled_at: timeOf(today, 6 * 3600) });
}

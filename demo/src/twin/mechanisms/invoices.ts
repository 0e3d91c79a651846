import { daySeconds, isoOf } from '../calendar.ts';
import { money, nextId, schedule, write, type TwinDay } from '../day.ts';
import { update } from '../facts.ts';
import { draw, keyOf, lognormal } from '../random.ts';
import type { AgendaItem, OpenOrder } from '../state.ts';

const termDays = 30;
const disputeShare = 0.0035;
const creditShare = 0.0035;
/** A disputed invoice is paid this much later (published: 12.9 days). */
const disputeDelayDays = 12.9;

/** Business customers pay on invoice. */
export function issueInvoice(today: TwinDay, order: OpenOrder, at: number): void {
  const id = nextId(today.state, 'invoices');
  const key = keyOf(today.state.seed, 'invoices', order.key, 0);
  write(today, 'invoices', {
    id,
    order_id: order.id,
    customer_id: order.customer,
    number: `SIM-${String(id).padStart(7, '0')}`,
    issued_at: isoOf(at),
    due_at: isoOf(at + termDays * daySeconds),
    total_amount: order.net,
    status: 'open',
    disputed_at: null,
  });
  const u = draw(key, 1);
  const disputed = u < disputeShare;
  const credited = !disputed && u < disputeShare + creditShare;
  if (disputed || credited) {
    const objected = at + (3 + 12 * draw(key, 2)) * daySeconds;
    schedule(today, objected / daySeconds, {
      kind: 'invoice-disputed',
      invoiceId: id,
      amount: money(order.net * 0.15),
      credit: credited,
      at: Math.floor(objected),
    });
  }
  const days = 26 * lognormal(key, 3, 0.35) + (disputed ? disputeDelayDays : 0);
  const paid = at + days * daySeconds;
  schedule(today, paid / daySeconds, {
    kind: 'invoice-paid',
    invoiceId: id,
    orderId: order.id,
    amount: order.net,
    at: Math.floor(paid),
  });
}

export function payInvoice(today: TwinDay, item: Extract<AgendaItem, { kind: 'invoice-paid' }>): void {
  write(today, 'payments', {
    id: nextId(today.state, 'payments'),
    order_id: item.orderId,
    invoice_id: item.invoiceId,
    provider: 'transfer',
    amount: item.amount,
    paid_at: isoOf(item.at),
    refunded_amount: 0,
  });
  update(today.facts, 'invoices', item.invoiceId, { status: 'paid' });
  today.cash.operating += item.amount;
}

export function objectInvoice(today: TwinDay, item: Extract<AgendaItem, { kind: 'invoice-disputed' }>): void {
  if (!item.credit) {
    update(today.facts, 'invoices', item.invoiceId, { disputed_at: isoOf(item.at), status: 'disputed' });
    return;
  }
  write(today, 'credit_notes', {
    id: nextId(today.state, 'credit_notes'),
    invoice_id: item.invoiceId,
    amount: item.amount,
    reason: 'price',
    issued_at: isoOf(item.at),
  });
  today.cash.operating -= item.amount;
}

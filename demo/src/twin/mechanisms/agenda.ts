import { daySeconds } from '../calendar.ts';
import type { TwinDay } from '../day.ts';
import type { AgendaItem } from '../state.ts';
import { deliver, receiveReturn, reportError, requestReturn } from './delivery.ts';
import { openMail } from './email.ts';
import { fixVulnerability } from './engineering.ts';
import { objectInvoice, payInvoice } from './invoices.ts';
import { cancelOrder } from './orders.ts';
import { writeCsat, writeReview } from './reviews.ts';
import { recordStats } from './social.ts';
import { reopenTicket, solveTicket } from './support.ts';

/** What earlier days put on this one. */
export function runAgenda(today: TwinDay): void {
  const due = today.state.agenda[String(today.day)] ?? [];
  Reflect.deleteProperty(today.state.agenda, String(today.day));
  const midnight = today.day * daySeconds;
  for (const item of due) {
    // What was meant for the rest of the day that planned it happens first thing this morning.
    if ('at' in item && item.at < midnight) item.at = midnight + (item.at % 3600);
    happen(today, item);
  }
}

function happen(today: TwinDay, item: AgendaItem): void {
  switch (item.kind) {
    case 'cancel':
      cancelOrder(today, item.orderId);
      return;
    case 'deliver':
      deliver(today, item);
      return;
    case 'shipment-error':
      reportError(today, item);
      return;
    case 'return-requested':
      requestReturn(today, item);
      return;
    case 'return-received':
      receiveReturn(today, item);
      return;
    case 'review':
      writeReview(today, item);
      return;
    case 'csat':
      writeCsat(today, item);
      return;
    case 'ticket-solved':
      solveTicket(today, item);
      return;
    case 'ticket-reopened':
      reopenTicket(today, item);
      return;
    case 'invoice-paid':
      payInvoice(today, item);
      return;
    case 'invoice-disputed':
      objectInvoice(today, item);
      return;
    case 'supplier-paid':
      today.cash.operating -= item.amount;
      return;
    case 'email-opened':
      openMail(today, item);
      return;
    case 'social-stats':
      recordStats(today, item);
      return;
    case 'vulnerability-fixed':
      fixVulnerability(today, item);
      return;
    default:
      assertNever(item);
  }
}

function assertNever(item: never): never {
  throw new TypeError(`the agenda holds an unknown item: ${JSON.stringify(item)}`);
}

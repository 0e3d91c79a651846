import { daySeconds, isoOf } from '../calendar.ts';
import { company } from '../company.ts';
import { keyFor, nextId, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import { update } from '../facts.ts';
import { medianOf } from '../figures.ts';
import { draw, lognormal, pick, poisson } from '../random.ts';
import type { AgendaItem, SupportState } from '../state.ts';
import { changeMood } from './customers.ts';

const opens = 8 * 3600;
const closes = 20 * 3600;
const topics = ['delivery', 'returns', 'product', 'payment', 'account'] as const;

/** Stars 1–5 by minutes until the first answer (vendor curve: 4.0–4.4 up to two hours, below 3.9 after). */
const starsByWaiting = [
  { upTo: 120, weights: [3, 3, 9, 28, 57] },
  { upTo: 480, weights: [6, 7, 15, 32, 40] },
  { upTo: 1440, weights: [16, 14, 22, 26, 22] },
  { upTo: Infinity, weights: [30, 20, 22, 16, 12] },
] as const;

/** People who answer today; half an agent works half as fast. */
export function agentsToday(today: TwinDay): number {
  const { state, day } = today;
  let agents = state.support.agents;
  for (const extra of state.support.extraAgents) if (extra.untilDay > day) agents += extra.amount;
  for (const wave of activeOf(state.disturbances, 'contact-wave', day)) agents -= wave.absentAgents;
  return Math.max(0.5, agents);
}

export function runSupport(today: TwinDay): void {
  const { state, figures } = today;
  openTickets(today);
  const minutes = answer(today);
  figures.responseMedianMinutes = medianOf(minutes);
  figures.ticketsWaiting = state.support.queue.length;
  if (figures.responseMedianMinutes !== null) {
    state.market.responseMinutes += 0.15 * (figures.responseMedianMinutes - state.market.responseMinutes);
  }
}

function openTickets(today: TwinDay): void {
  const { state, figures } = today;
  const key = keyFor(today, 'support', 0);
  const late = state.orderQueue.filter((order) => order.paidAt < (today.day - 2) * daySeconds).length;
  let mean =
    9 * state.scale +
    0.26 * state.market.lastOrders +
    0.05 * late +
    4 * state.scale * Math.max(0, today.site.loadFactor - 1);
  for (const wave of activeOf(state.disturbances, 'contact-wave', today.day)) mean *= wave.factor;
  const count = poisson(key, 1, mean * lognormal(key, 2, 0.08));
  figures.ticketsOpened = count;
  const fresh: SupportState['queue'] = [];
  for (let index = 0; index < count; index += 1) {
    const ticketKey = keyFor(today, 'support', 10 + index);
    const customers = state.customers.firstDay.length;
    const customer =
      customers > 0 ? Math.max(1, customers - Math.floor(draw(ticketKey, 1) ** 2 * Math.min(customers - 1, 4000))) : 0;
    const second = Math.floor((7 + 15 * (0.5 * draw(ticketKey, 2) + 0.5 * draw(ticketKey, 3))) * 3600);
    fresh.push({ id: 0, key: ticketKey, createdAt: today.day * daySeconds + second, customer, order: 0 });
  }
  fresh.sort((a, b) => a.createdAt - b.createdAt);
  for (const ticket of fresh) writeTicket(today, ticket);
}

function writeTicket(today: TwinDay, ticket: SupportState['queue'][number]): void {
  const { state } = today;
  ticket.id = nextId(state, 'tickets');
  const { key } = ticket;
  const wave = activeOf(state.disturbances, 'contact-wave', today.day).length > 0;
  const weights = wave ? [0.15, 0.08, 0.07, 0.1, 0.6] : [0.36, 0.22, 0.2, 0.12, 0.1];
  write(today, 'tickets', {
    id: ticket.id,
    customer_id: ticket.customer > 0 ? ticket.customer : null,
    order_id: null,
    channel: draw(key, 11) < 0.7 ? 'email' : 'chat',
    category: topics[pick(weights, draw(key, 12))] ?? 'product',
    priority: draw(key, 13) < 0.15 ? 'high' : 'normal',
    status: 'open',
    assignee_id: null,
    created_at: isoOf(ticket.createdAt),
    solved_at: null,
    reopened_at: null,
  });
  comment(today, ticket.id, 'customer', isoOf(ticket.createdAt));
  state.support.queue.push(ticket);
}

/** First come, first served, by as many people as are there; each ticket costs handling time. */
function answer(today: TwinDay): number[] {
  const { support } = today.state;
  const agents = agentsToday(today);
  const seats = Math.max(1, Math.round(agents));
  const speed = agents / seats;
  const free = Array.from({ length: seats }, () => today.day * daySeconds + opens);
  const end = today.day * daySeconds + closes;
  const minutes: number[] = [];
  const waiting: SupportState['queue'] = [];
  for (const ticket of support.queue) {
    const seat = free.indexOf(Math.min(...free));
    const start = Math.max(free[seat] ?? end, ticket.createdAt);
    const { key } = ticket;
    const handling = (company.handlingMinutes * 60 * lognormal(key, 14, 0.4)) / speed;
    const replied = Math.floor(start + handling * 0.45);
    if (start >= end || replied >= end + 1800) {
      waiting.push(ticket);
      continue;
    }
    free[seat] = start + handling;
    const took = (replied - ticket.createdAt) / 60;
    minutes.push(took);
    reply(today, ticket, replied, took);
  }
  support.queue = waiting;
  return minutes;
}

function reply(today: TwinDay, ticket: SupportState['queue'][number], at: number, minutes: number): void {
  const { key } = ticket;
  comment(today, ticket.id, 'agent', isoOf(at));
  update(today.facts, 'tickets', ticket.id, { status: 'pending', assignee_id: 15 + (ticket.id % 8) });
  if (minutes > 720) changeMood(today.state, ticket.customer, 0.85);
  if (draw(key, 15) < 0.945) {
    const solved = at + (0.5 + 46 * draw(key, 16)) * 3600;
    const reopens = draw(key, 17) < 0.045;
    schedule(today, solved / daySeconds, {
      kind: 'ticket-solved',
      ticketId: ticket.id,
      reopens,
      at: Math.floor(solved),
    });
    if (draw(key, 18) < 0.32) planCsat(today, ticket, solved, minutes, key);
  }
}

function planCsat(
  today: TwinDay,
  ticket: SupportState['queue'][number],
  solved: number,
  minutes: number,
  key: number
): void {
  const band = starsByWaiting.find(({ upTo }) => minutes <= upTo) ?? starsByWaiting[0];
  const at = solved + 3600 * (1 + 20 * draw(key, 19));
  const score = pick(band.weights, draw(key, 20)) + 1;
  schedule(today, at / daySeconds, {
    kind: 'csat',
    ticketId: ticket.id,
    orderId: ticket.order,
    score,
    at: Math.floor(at),
  });
}

export function solveTicket(today: TwinDay, item: Extract<AgendaItem, { kind: 'ticket-solved' }>): void {
  update(today.facts, 'tickets', item.ticketId, { status: 'solved', solved_at: isoOf(item.at) });
  if (!item.reopens) return;
  const at = item.at + 20 * 3600;
  schedule(today, at / daySeconds, { kind: 'ticket-reopened', ticketId: item.ticketId, at });
}

export function reopenTicket(today: TwinDay, item: Extract<AgendaItem, { kind: 'ticket-reopened' }>): void {
  update(today.facts, 'tickets', item.ticketId, { status: 'open', reopened_at: isoOf(item.at) });
  comment(today, item.ticketId, 'customer', timeOf(today, item.at % daySeconds));
}

function comment(today: TwinDay, ticketId: number, role: string, at: string): void {
  write(today, 'ticket_comments', {
    id: nextId(today.state, 'ticket_comments'),
    ticket_id: ticketId,
    author_role: role,
    is_public: true,
    created_at: at,
  });
}

import { daySeconds } from '../calendar.ts';
import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { draw } from '../random.ts';
import type { Demand } from './demand.ts';
import type { Visit, VisitOutcome } from './visit.ts';
import { writeWebVital } from './site.ts';

/** Time-ordered id (first 32 bits are seconds), so that a million of them stay cheap to index. */
export function sessionUuid(today: TwinDay, second: number, entity: number, key: number): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits);
  const time = hex(today.day * daySeconds + second, 8);
  return `${time}-${hex(entity >>> 12, 4)}-7${hex(entity & 0xfff, 3)}-8${hex(key >>> 20, 3)}-${hex(key, 8)}${hex(entity, 4)}`;
}

export function cartUuid(sessionId: string): string {
  return `${sessionId.slice(0, 14)}4${sessionId.slice(15)}`;
}

export function writeSession(today: TwinDay, visit: Visit, outcome: VisitOutcome, demand: Demand): void {
  const { key } = visit;
  const id = sessionUuid(today, outcome.second, visit.entity, key);
  const length = 40 + Math.floor(draw(key, 40) * 600) + (outcome.cart ? 240 : 0);
  const end = Math.min(daySeconds - 1, outcome.second + length);
  write(today, 'sessions', {
    id,
    customer_id: visit.customer > 0 ? visit.customer : (outcome.order?.customer ?? null),
    started_at: timeOf(today, outcome.second),
    ended_at: timeOf(today, end),
    channel: visit.channel,
    campaign_id: visit.campaignId,
    device: visit.mobile ? 'mobile' : 'desktop',
    country_code: visit.country,
    pageviews: 1 + Math.floor(draw(key, 41) * 7) + (outcome.cart ? 3 : 0),
    is_bot: false,
    rage_clicks: draw(key, 42) < 0.02 * today.site.loadFactor ? 2 : 0,
    js_errors: draw(key, 43) < 0.03 ? 1 : 0,
  });
  writeFunnel(today, id, outcome, demand);
  writeWebVital(today, id, key, visit.mobile, outcome.second);
}

function writeFunnel(today: TwinDay, sessionId: string, outcome: VisitOutcome, demand: Demand): void {
  const event = (type: string, product: number, wasAvailable: boolean, second: number): void => {
    write(today, 'page_events', {
      id: nextId(today.state, 'page_events'),
      session_id: sessionId,
      event_type: type,
      product_id: demand.products[product]?.id ?? null,
      was_available: wasAvailable,
      occurred_at: timeOf(today, second),
    });
  };
  event('view', outcome.product, outcome.wasAvailable, outcome.second + 5);
  if (outcome.substitute !== null) event('view', outcome.substitute, true, outcome.second + 30);
  if (!outcome.cart) return;
  const product = outcome.substitute ?? outcome.product;
  event('add_to_cart', product, true, outcome.second + 60);
  if (outcome.order !== null || draw(keyFor(today, 'visitor', 50_000_000 + outcome.second), 1) < 0.45) {
    event('checkout', product, true, outcome.second + 120);
  }
  if (outcome.order !== null) event('purchase', product, true, outcome.order.paidSecond);
  write(today, 'carts', {
    id: cartUuid(sessionId),
    session_id: sessionId,
    customer_id: outcome.order?.customer ?? null,
    created_at: timeOf(today, outcome.second + 60),
    updated_at: timeOf(today, outcome.order?.paidSecond ?? outcome.second + 90),
    completed_at: outcome.order === null ? null : timeOf(today, outcome.order.paidSecond),
    order_id: outcome.order?.id ?? null,
    total_amount: outcome.order?.amount ?? demand.products[product]?.price ?? null,
  });
}

/** Crawlers: visible in the sessions, left out of every KPI. */
export function writeBots(today: TwinDay): void {
  if (today.detail !== 'full') return;
  const count = Math.round(70 * today.state.scale);
  for (let bot = 0; bot < count; bot += 1) {
    const key = keyFor(today, 'traffic', 1000 + bot);
    const second = Math.floor(draw(key, 1) * 86_000);
    write(today, 'sessions', {
      id: sessionUuid(today, second, 15_000_000 + bot, key),
      customer_id: null,
      started_at: timeOf(today, second),
      ended_at: timeOf(today, second + 3),
      channel: 'direct',
      campaign_id: null,
      device: 'desktop',
      country_code: 'US',
      pageviews: 1,
      is_bot: true,
      rage_clicks: 0,
      js_errors: 0,
    });
  }
}

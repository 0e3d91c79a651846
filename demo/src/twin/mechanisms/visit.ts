import { hourWeights } from '../company.ts';
import type { TwinDay } from '../day.ts';
import { draw, pick } from '../random.ts';
import { available, wanted, type Demand } from './demand.ts';
import { placeOrder } from './orders.ts';
import { writeSession } from './session-rows.ts';

export interface Visit {
  key: number;
  entity: number;
  /** 0 = not known yet. */
  customer: number;
  channel: string;
  campaignId: number | null;
  mobile: boolean;
  country: string;
  cartChance: number;
  completion: number;
}

export interface VisitOutcome {
  second: number;
  product: number;
  wasAvailable: boolean;
  /** What was taken instead of something that was not there. */
  substitute: number | null;
  cart: boolean;
  order: { id: number; customer: number; amount: number; paidSecond: number } | null;
}

/** Share of visitors who take something else when the wanted product is gone (published: 45 %, the rest is lost or waits). */
const substituteShare = 0.3;

/** One visit: a wanted product, maybe a cart, maybe an order. Every decision has a draw of its own. */
export function shopAround(today: TwinDay, demand: Demand, visit: Visit): void {
  const { key } = visit;
  const first = wanted(demand, draw(key, 2));
  const outcome: VisitOutcome = {
    second: secondOf(key),
    product: first,
    wasAvailable: true,
    substitute: null,
    cart: false,
    order: null,
  };
  const product = demand.products[first];
  if (product === undefined) return;
  let chosen = first;
  if (!available(product)) {
    outcome.wasAvailable = false;
    chosen = draw(key, 7) < substituteShare ? wanted(demand, draw(key, 6)) : -1;
    const other = demand.products[chosen];
    if (other === undefined || !available(other)) chosen = -1;
    else outcome.substitute = chosen;
  }
  if (chosen >= 0 && draw(key, 3) < visit.cartChance * (demand.appeal[chosen] ?? 1)) {
    outcome.cart = true;
    today.figures.carts += 1;
    if (draw(key, 4) < visit.completion) outcome.order = placeOrder(today, demand, visit, chosen, outcome.second);
  }
  today.figures.sessions += 1;
  if (today.detail === 'full') writeSession(today, visit, outcome, demand);
}

const hourTable = hourWeights.flatMap((weight, hour) => Array.from({ length: Math.round(weight * 10) }, () => hour));

function secondOf(key: number): number {
  const hour = hourTable[Math.floor(draw(key, 5) * hourTable.length)] ?? pick(hourWeights, 0.5);
  return Math.min(86_000, Math.floor((hour + draw(key, 11)) * 3600));
}

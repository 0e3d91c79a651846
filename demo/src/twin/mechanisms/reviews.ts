import { daySeconds, isoOf } from '../calendar.ts';
import { nextId, schedule, write, type TwinDay } from '../day.ts';
import { draw, keyOf, pick } from '../random.ts';
import type { AgendaItem, DeliveredOrder } from '../state.ts';

const reviewShare = 0.13;

/** Stars 1–5 by days after the promise; the cliff after one to three days follows the Olist sample. */
const starsByLateness = [
  { upTo: 0, weights: [2, 2, 6, 21, 69] },
  { upTo: 1, weights: [8, 5, 13, 25, 49] },
  { upTo: 3, weights: [19, 8, 15, 21, 37] },
  { upTo: 7, weights: [52, 13, 12, 9, 14] },
  { upTo: Infinity, weights: [72, 9, 8, 5, 6] },
] as const;

const topics = ['delivery', 'quality', 'value', 'service', 'packaging'] as const;

export function planReview(today: TwinDay, order: DeliveredOrder, at: number, defective: boolean): void {
  const key = keyOf(today.state.seed, 'reviews', order.key, 0);
  if (draw(key, 1) >= reviewShare) return;
  const lateness = defective ? 5 : order.lateDays;
  const band = starsByLateness.find((entry) => lateness <= entry.upTo) ?? starsByLateness[0];
  const written = at + (0.5 + 5 * draw(key, 2)) * daySeconds;
  schedule(today, written / daySeconds, {
    kind: 'review',
    orderId: order.id,
    product: order.lines[0]?.product ?? 1,
    rating: pick(band.weights, draw(key, 3)) + 1,
    topic: defective
      ? 'quality'
      : order.lateDays > 0
        ? 'delivery'
        : (topics[Math.floor(draw(key, 4) * topics.length)] ?? 'value'),
    at: Math.floor(written),
  });
}

export function writeReview(today: TwinDay, item: Extract<AgendaItem, { kind: 'review' }>): void {
  write(today, 'reviews', {
    id: nextId(today.state, 'reviews'),
    order_id: item.orderId,
    product_id: item.product,
    rating: item.rating,
    topic: item.topic,
    created_at: isoOf(item.at),
  });
  rate(today, item.rating);
}

export function writeCsat(today: TwinDay, item: Extract<AgendaItem, { kind: 'csat' }>): void {
  write(today, 'csat_responses', {
    id: nextId(today.state, 'csat_responses'),
    ticket_id: item.ticketId,
    order_id: item.orderId > 0 ? item.orderId : null,
    score: item.score,
    responded_at: isoOf(item.at),
  });
  rate(today, item.score);
}

/** The rating customers see moves slowly. */
function rate(today: TwinDay, stars: number): void {
  const { market } = today.state;
  market.rating += 0.004 * (stars - market.rating);
  today.figures.ratingSum += stars;
  today.figures.ratings += 1;
}

import type { BaseCounterId, KpiId } from '@ai-cos/catalog';
import type { FlowWindow } from './windows.ts';

export interface CounterSlice {
  readonly counter: BaseCounterId;
  /** Restricts the counter, without braces. */
  readonly where?: string;
}

/** Early sign of a fast KPI: how many events a number of trials brings, against the same hours of the last four weeks. */
export interface FlowSignal {
  readonly events: CounterSlice;
  readonly trials: CounterSlice;
  readonly worse: 'fewer' | 'more';
  /**
   * Spread of one event: 1 for counts (Poisson). Order values vary with a coefficient of about 0.8, so their sum over n orders
   * has the spread 0.8 ÷ √n of its mean, and n is the number of trials.
   */
  readonly spread: { readonly kind: 'count' } | { readonly kind: 'amount'; readonly variation: number };
  readonly windows: readonly FlowWindow[];
  /** Completes "… per …" in the text of the alert. */
  readonly text: string;
}

const count = { kind: 'count' } as const;

/** backend_p95_ms has none: its own window of five minutes is a flow already. */
export const flowSignals = {
  frontend_p95_ms: {
    events: { counter: 'pageLoads', where: 'speed="poor"' },
    trials: { counter: 'pageLoads' },
    worse: 'more',
    spread: count,
    windows: ['1h', '24h'],
    text: 'page loads above 4 s per page load',
  },
  conversion_rate: {
    events: { counter: 'orders' },
    trials: { counter: 'sessions' },
    worse: 'fewer',
    spread: count,
    windows: ['1h', '2h', '24h'],
    text: 'orders per session',
  },
  cart_abandonment: {
    events: { counter: 'cartsCompleted' },
    trials: { counter: 'carts' },
    worse: 'fewer',
    spread: count,
    windows: ['1h', '2h', '24h'],
    text: 'completed carts per cart',
  },
  average_order_value: {
    events: { counter: 'revenue' },
    trials: { counter: 'orders' },
    worse: 'fewer',
    spread: { kind: 'amount', variation: 0.8 },
    windows: ['1h', '24h'],
    text: 'merchandise value per order',
  },
  stock_rupture: {
    events: { counter: 'productViews', where: 'availability="unavailable"' },
    trials: { counter: 'productViews' },
    worse: 'more',
    spread: count,
    windows: ['1h', '24h'],
    text: 'views of unavailable products per product view',
  },
  fulfillment_time: {
    events: { counter: 'shipments' },
    trials: { counter: 'ordersPaid' },
    worse: 'fewer',
    spread: count,
    // Carriers collect once or twice a day: hours say nothing.
    windows: ['24h'],
    text: 'parcels shipped per order paid',
  },
  response_time: {
    events: { counter: 'ticketReplies' },
    trials: { counter: 'tickets' },
    worse: 'fewer',
    spread: count,
    windows: ['2h', '24h'],
    text: 'first replies per ticket opened',
  },
  csat: {
    events: { counter: 'ratings', where: 'stars=~"1|2"' },
    trials: { counter: 'ratings' },
    worse: 'more',
    spread: count,
    windows: ['24h'],
    text: 'ratings of one or two stars per rating',
  },
} as const satisfies Partial<Record<KpiId, FlowSignal>>;

export type FlowKpi = keyof typeof flowSignals;
export const flowKpis = Object.keys(flowSignals) as [FlowKpi, ...FlowKpi[]];

export function flowSignal(kpi: FlowKpi): FlowSignal {
  return flowSignals[kpi];
}

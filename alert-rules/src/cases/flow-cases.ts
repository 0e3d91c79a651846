import type { BaseCounterId } from '@ai-cos/catalog';
import type { FlowKpi } from '../flows/flow-signals.ts';
import type { Severity } from '../rule.ts';

/** A counter series and what it counts per step, before and after the break. */
export interface CounterPlay {
  readonly counter: BaseCounterId;
  readonly labels: Readonly<Record<string, string>>;
  readonly before: number;
  readonly after: number;
}

export interface FlowCheck {
  /** Company hours after the break. */
  readonly hours: number;
  readonly kpi: FlowKpi;
  readonly firing: readonly Severity[];
  /** Share of the usual in the text of the alert. */
  readonly share?: string;
}

export interface FlowCase {
  readonly name: string;
  readonly claim: string;
  readonly exporters: readonly string[];
  readonly counters: readonly CounterPlay[];
  /** Business seconds the feed of a KPI is late. */
  readonly feedLag?: Readonly<Partial<Record<FlowKpi, number>>>;
  /** Pace of the company's clock; 1 where not named. */
  readonly pace?: number;
  readonly checks: readonly FlowCheck[];
}

/** Half an hour of a shop with 432 orders a day. */
const usual = {
  sessions: { counter: 'sessions', labels: { device: 'mobile' }, before: 90, after: 90 },
  carts: { counter: 'carts', labels: {}, before: 45, after: 45 },
  cartsCompleted: { counter: 'cartsCompleted', labels: {}, before: 9, after: 9 },
  orders: { counter: 'orders', labels: { channel: 'search' }, before: 9, after: 9 },
  revenue: { counter: 'revenue', labels: { channel: 'search', currency: 'EUR' }, before: 720, after: 720 },
  ordersPaid: { counter: 'ordersPaid', labels: {}, before: 9, after: 9 },
  shipments: { counter: 'shipments', labels: {}, before: 9, after: 9 },
  available: { counter: 'productViews', labels: { availability: 'available' }, before: 294, after: 294 },
  unavailable: { counter: 'productViews', labels: { availability: 'unavailable' }, before: 6, after: 6 },
  fastLoads: { counter: 'pageLoads', labels: { device: 'mobile', speed: 'good' }, before: 87, after: 87 },
  poorLoads: { counter: 'pageLoads', labels: { device: 'mobile', speed: 'poor' }, before: 3, after: 3 },
  tickets: { counter: 'tickets', labels: { channel: 'email' }, before: 6, after: 6 },
  replies: { counter: 'ticketReplies', labels: {}, before: 6, after: 6 },
  goodRatings: { counter: 'ratings', labels: { stars: '5' }, before: 20, after: 20 },
  badRatings: { counter: 'ratings', labels: { stars: '1' }, before: 1, after: 1 },
} as const satisfies Record<string, CounterPlay>;

type Play = keyof typeof usual;

function shop(changes: Partial<Record<Play, { before?: number; after: number }>>): CounterPlay[] {
  const plays: Record<Play, CounterPlay> = { ...usual };
  return (Object.keys(plays) as Play[]).map((name) => ({ ...plays[name], ...changes[name] }));
}

const broken: FlowCase = {
  name: 'breaks',
  claim: 'notices a dead checkout within two company hours, and each other flow when its window shows it',
  exporters: ['a'],
  counters: shop({
    orders: { after: 0 },
    revenue: { after: 0 },
    cartsCompleted: { after: 0 },
    shipments: { after: 0 },
    available: { after: 270 },
    unavailable: { after: 30 },
    fastLoads: { after: 78 },
    poorLoads: { after: 12 },
    replies: { after: 0 },
    goodRatings: { after: 17 },
    badRatings: { after: 4 },
  }),
  checks: [
    { hours: 0, kpi: 'conversion_rate', firing: [] },
    { hours: 2, kpi: 'conversion_rate', firing: ['warning', 'critical'], share: '0%' },
    { hours: 2, kpi: 'cart_abandonment', firing: ['warning', 'critical'], share: '0%' },
    { hours: 2, kpi: 'frontend_p95_ms', firing: ['warning', 'critical'], share: '400%' },
    { hours: 2, kpi: 'stock_rupture', firing: ['warning', 'critical'], share: '500%' },
    { hours: 2, kpi: 'average_order_value', firing: [] },
    { hours: 1, kpi: 'conversion_rate', firing: [] },
    { hours: 1, kpi: 'response_time', firing: [] },
    { hours: 3, kpi: 'response_time', firing: ['warning', 'critical'], share: '0%' },
    { hours: 2, kpi: 'fulfillment_time', firing: [] },
    { hours: 12, kpi: 'fulfillment_time', firing: ['warning'], share: '50%' },
    { hours: 2, kpi: 'csat', firing: [] },
    { hours: 12, kpi: 'csat', firing: ['warning', 'critical'], share: '250%' },
  ],
};

const cheapOrders: FlowCase = {
  name: 'order-value',
  claim: 'notices orders worth half the usual, counted by two exporters, and blames no other flow',
  exporters: ['a', 'b'],
  counters: shop({ revenue: { after: 240 } }),
  checks: [
    { hours: 0, kpi: 'average_order_value', firing: [] },
    { hours: 2, kpi: 'average_order_value', firing: ['warning', 'critical'], share: '33.33%' },
    { hours: 2, kpi: 'conversion_rate', firing: [] },
    { hours: 2, kpi: 'cart_abandonment', firing: [] },
    { hours: 2, kpi: 'csat', firing: [] },
  ],
};

const quiet: FlowCase = {
  name: 'quiet',
  claim: 'says nothing about numbers too small to judge, and nothing while the facts have not arrived',
  exporters: ['a'],
  counters: shop({
    cartsCompleted: { before: 2, after: 1 },
    badRatings: { after: 1 },
    orders: { after: 0 },
    revenue: { after: 0 },
  }),
  feedLag: { conversion_rate: 36_000 },
  checks: [
    { hours: 2, kpi: 'cart_abandonment', firing: [] },
    { hours: 2, kpi: 'conversion_rate', firing: [] },
    { hours: 2, kpi: 'frontend_p95_ms', firing: [] },
    { hours: 2, kpi: 'stock_rupture', firing: [] },
    { hours: 12, kpi: 'csat', firing: [] },
  ],
};

const uneven: FlowCase = {
  name: 'uneven-clock',
  claim: 'compares nothing while the clock of the company runs at another pace than the rules were made for',
  exporters: ['a'],
  counters: shop({ orders: { after: 0 }, cartsCompleted: { after: 0 } }),
  pace: 0.5,
  checks: [
    { hours: 3, kpi: 'conversion_rate', firing: [] },
    { hours: 3, kpi: 'cart_abandonment', firing: [] },
  ],
};

export const flowCases: readonly FlowCase[] = [broken, cheapOrders, quiet, uneven];

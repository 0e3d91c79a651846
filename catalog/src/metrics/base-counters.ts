import type { MetricFamily } from '../schema/metric-family.ts';

/** A family with the facts it counts: the dated column decides when a fact is counted, and a fact is counted once. */
export interface BaseCounter extends MetricFamily {
  readonly type: 'counter';
  readonly producer: 'exporters';
  /** Table and dated column of the reference schema. */
  readonly counts: string;
}

const counter = { type: 'counter', producer: 'exporters' } as const;

/** Totals since the history of the feed began, up to as_of: a restarted exporter goes on where the former one stopped. */
export const baseCounters = {
  sessions: {
    ...counter,
    name: 'aicos_sessions_total',
    labels: ['device'],
    help: 'Sessions started, bots left out.',
    counts: 'sessions.started_at',
  },
  carts: { ...counter, name: 'aicos_carts_total', labels: [], help: 'Carts created.', counts: 'carts.created_at' },
  cartsCompleted: {
    ...counter,
    name: 'aicos_carts_completed_total',
    labels: [],
    help: 'Carts that became an order.',
    counts: 'carts.completed_at',
  },
  orders: {
    ...counter,
    name: 'aicos_orders_total',
    labels: ['channel'],
    help: 'Orders placed, whether cancelled later or not.',
    counts: 'orders.created_at; channel of the session, "none" without one',
  },
  revenue: {
    ...counter,
    name: 'aicos_revenue_amount_total',
    labels: ['channel', 'currency'],
    help: 'Net merchandise value of the orders placed, in the reporting currency.',
    counts: 'orders.created_at, total_net_amount',
  },
  ordersPaid: {
    ...counter,
    name: 'aicos_orders_paid_total',
    labels: [],
    help: 'Orders paid.',
    counts: 'orders.paid_at',
  },
  shipments: {
    ...counter,
    name: 'aicos_shipments_total',
    labels: [],
    help: 'Parcels handed to a carrier.',
    counts: 'fulfillments.shipped_at',
  },
  returnedUnits: {
    ...counter,
    name: 'aicos_returned_units_total',
    labels: [],
    help: 'Units received back.',
    counts: 'returns.received_at, return_items.quantity',
  },
  newCustomers: {
    ...counter,
    name: 'aicos_new_customers_total',
    labels: [],
    help: 'Customers with their first order ever.',
    counts: 'customers.first_order_at',
  },
  productViews: {
    ...counter,
    name: 'aicos_product_views_total',
    labels: ['availability'],
    help: 'Product views, by whether the product was available or unavailable.',
    counts: 'page_events.occurred_at where event_type = view; was_available',
  },
  pageLoads: {
    ...counter,
    name: 'aicos_page_loads_total',
    labels: ['device', 'speed'],
    help: 'Measured page loads by largest contentful paint: good up to 2.5 s, slow up to 4 s, poor above.',
    counts: 'web_vitals.recorded_at where metric = LCP',
  },
  tickets: {
    ...counter,
    name: 'aicos_tickets_total',
    labels: ['channel'],
    help: 'Support tickets opened.',
    counts: 'tickets.created_at',
  },
  ticketReplies: {
    ...counter,
    name: 'aicos_ticket_first_replies_total',
    labels: [],
    help: 'Tickets that got their first public reply by an agent.',
    counts: 'min(ticket_comments.created_at) of public agent comments',
  },
  ratings: {
    ...counter,
    name: 'aicos_ratings_total',
    labels: ['stars'],
    help: 'Answers and reviews by stars, 1 to 5.',
    counts: 'csat_responses.responded_at, reviews.created_at',
  },
  adSpend: {
    ...counter,
    name: 'aicos_ad_spend_amount_total',
    labels: ['channel', 'currency'],
    help: 'Advertising spend of complete days, in the reporting currency.',
    counts: 'campaign_daily_stats.date_day once that day is over, spend',
  },
} as const satisfies Record<string, BaseCounter>;

export type BaseCounterId = keyof typeof baseCounters;
export const baseCounterIds = Object.keys(baseCounters) as [BaseCounterId, ...BaseCounterId[]];

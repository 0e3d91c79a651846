import type { MetricFamily } from '../schema/metric-family.ts';

const gauge = { type: 'gauge', producer: 'demo', labels: ['world'] } as const;

/** The simulated company beside itself without the decisions: `world` is `company` or `without-decisions`. Values of the last business day. */
export const worldMetrics = [
  { ...gauge, name: 'aicos_demo_orders', help: 'Orders of the day (simulated).' },
  { ...gauge, name: 'aicos_demo_revenue_amount', help: 'Net merchandise value of the day (simulated).' },
  { ...gauge, name: 'aicos_demo_ad_spend_amount', help: 'Advertising spend of the day (simulated).' },
  { ...gauge, name: 'aicos_demo_cash_amount', help: 'Cash at the end of the day (simulated).' },
  {
    ...gauge,
    name: 'aicos_demo_stock_rupture_ratio',
    help: 'Share of products with nothing left to sell at the end of the day (simulated).',
  },
  { ...gauge, name: 'aicos_demo_open_orders', help: 'Orders not shipped at the end of the day (simulated).' },
  {
    ...gauge,
    name: 'aicos_demo_tickets_waiting',
    help: 'Tickets without an answer at the end of the day (simulated).',
  },
  { ...gauge, name: 'aicos_demo_api_p95_seconds', help: 'API latency of the day, p95 (simulated).' },
] as const satisfies readonly MetricFamily[];

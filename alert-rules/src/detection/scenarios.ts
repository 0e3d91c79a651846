import type { FlowKpi } from '../flows/flow-signals.ts';

/** How the truth reaches the rule that notices it first. */
export type FirstSign =
  /** A flow rule at a rate of trials per hour, with the usual share of events and the share after the incident. */
  | {
      readonly kind: 'flow';
      readonly kpi: FlowKpi;
      readonly trialsPerHour: number;
      readonly usualShare: number;
      readonly newShare: number;
    }
  /** A KPI read from a state that is refreshed every so often, past its threshold at the next reading. */
  | { readonly kind: 'level'; readonly kpi: 'stock_rupture' | 'warehouse_capacity'; readonly readingSeconds: number }
  /** A percentile over its own short window. */
  | { readonly kind: 'quantile'; readonly kpi: 'backend_p95_ms'; readonly windowSeconds: number }
  /** A mean over trailing days that moves from a former to a new daily value. */
  | {
      readonly kind: 'trailing';
      readonly kpi: 'gross_margin' | 'cac';
      readonly before: number;
      readonly after: number;
    };

export interface DetectionScenario {
  readonly name: string;
  readonly happens: string;
  readonly signs: readonly FirstSign[];
}

/** Rates of a shop with 60 orders and 3,000 sessions a day, and of one ten times as large where that makes the difference. */
export const detectionScenarios: readonly DetectionScenario[] = [
  {
    name: 'dead checkout, 600 orders a day',
    happens: 'no order comes through',
    signs: [{ kind: 'flow', kpi: 'conversion_rate', trialsPerHour: 1250, usualShare: 0.02, newShare: 0 }],
  },
  {
    name: 'dead checkout, 60 orders a day, busy hours',
    happens: 'no order comes through while twice the mean traffic is there',
    signs: [{ kind: 'flow', kpi: 'conversion_rate', trialsPerHour: 250, usualShare: 0.02, newShare: 0 }],
  },
  {
    name: 'dead checkout, 60 orders a day, mean traffic',
    happens: 'no order comes through',
    signs: [{ kind: 'flow', kpi: 'conversion_rate', trialsPerHour: 125, usualShare: 0.02, newShare: 0 }],
  },
  {
    name: 'checkout-slowdown',
    happens: 'a release makes the checkout API slow',
    signs: [
      { kind: 'quantile', kpi: 'backend_p95_ms', windowSeconds: 300 },
      { kind: 'flow', kpi: 'frontend_p95_ms', trialsPerHour: 400, usualShare: 0.03, newShare: 0.15 },
    ],
  },
  {
    name: 'stock-out',
    happens: 'a best-selling group runs dry',
    signs: [
      { kind: 'level', kpi: 'stock_rupture', readingSeconds: 3600 },
      { kind: 'flow', kpi: 'stock_rupture', trialsPerHour: 500, usualShare: 0.02, newShare: 0.1 },
    ],
  },
  {
    name: 'warehouse-full',
    happens: 'deliveries fill the warehouse past 90 %',
    signs: [{ kind: 'level', kpi: 'warehouse_capacity', readingSeconds: 3600 }],
  },
  {
    name: 'support-overload',
    happens: 'three times the tickets, the same answers',
    signs: [{ kind: 'flow', kpi: 'response_time', trialsPerHour: 6, usualShare: 1, newShare: 0.33 }],
  },
  {
    name: 'bad-price-import',
    happens: 'prices of a group are imported at a tenth; orders are worth a third',
    signs: [
      { kind: 'flow', kpi: 'average_order_value', trialsPerHour: 2.5, usualShare: 1, newShare: 0.33 },
      { kind: 'trailing', kpi: 'gross_margin', before: 46, after: -40 },
    ],
  },
  {
    name: 'ad-cost-spike',
    happens: 'clicks cost three times as much from one day on',
    signs: [{ kind: 'trailing', kpi: 'cac', before: 36, after: 84 }],
  },
];

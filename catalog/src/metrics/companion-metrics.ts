import type { MetricFamily } from '../schema/metric-family.ts';

const gauge = { type: 'gauge', labels: [], producer: 'exporters' } as const;

/** Figures beside a KPI that say what its own formula cannot; no thresholds, no status. */
export const companionMetrics = [
  {
    ...gauge,
    name: 'aicos_oldest_unshipped_order_age_seconds',
    help: 'Age of the oldest paid order that was not shipped; 0 when none waits.',
  },
  {
    ...gauge,
    name: 'aicos_oldest_unanswered_ticket_age_seconds',
    help: 'Age of the oldest unsolved ticket without a reply; 0 when none waits.',
  },
  {
    ...gauge,
    name: 'aicos_oldest_open_feature_age_seconds',
    help: 'Age of the oldest approved feature that was not released; 0 when none waits.',
  },
  {
    ...gauge,
    name: 'aicos_shipment_p95_seconds',
    help: 'p95 of the time from payment to shipment over 7 days; the KPI is the median.',
  },
  {
    ...gauge,
    name: 'aicos_unavailable_views_ratio',
    help: 'Share of product views of 24 hours that met an unavailable product.',
  },
] as const satisfies readonly MetricFamily[];

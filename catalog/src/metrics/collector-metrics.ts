import type { MetricFamily } from '../schema/metric-family.ts';

/** How the exporters themselves are doing. */
export const collectorMetrics = [
  {
    name: 'aicos_collector_success',
    type: 'gauge',
    labels: ['collector'],
    help: '1 when the last run of a collector succeeded.',
    producer: 'exporters',
  },
  {
    name: 'aicos_collector_duration_seconds',
    type: 'gauge',
    labels: ['collector'],
    help: 'Duration of the last run of a collector.',
    producer: 'exporters',
  },
  {
    name: 'aicos_collector_errors_total',
    type: 'counter',
    labels: ['collector'],
    help: 'Failed runs of a collector.',
    producer: 'exporters',
  },
  {
    name: 'aicos_business_timestamp_seconds',
    type: 'gauge',
    labels: [],
    help: 'Business time at the scrape; pauses and changes pace with the clock of the company.',
    producer: 'exporters',
  },
  {
    name: 'aicos_company_info',
    type: 'gauge',
    labels: ['name', 'currency', 'simulated'],
    help: 'Always 1; the company, its reporting currency, and whether its data is simulated (true or false).',
    producer: 'exporters',
  },
] as const satisfies readonly MetricFamily[];

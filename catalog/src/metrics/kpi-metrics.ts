import { kpiIds, kpis } from '../kpis/index.ts';
import type { MetricFamily } from '../schema/metric-family.ts';

function kpiGauge(id: (typeof kpiIds)[number]): MetricFamily {
  const { metric, label, metricLabels, unit } = kpis[id];
  return {
    name: metric,
    type: 'gauge',
    labels: [...(metricLabels ?? []), 'store'],
    help: `${label} in base units (native unit ${unit}); absent while undefined.`,
    producer: 'exporters',
  };
}

/** The 40 KPI values, in the order of the catalog. */
export const kpiValueMetrics: readonly MetricFamily[] = kpiIds.map(kpiGauge);

/** What stands beside every value; `store` only where stores are configured. */
export const kpiStateMetrics = [
  {
    name: 'aicos_kpi_info',
    type: 'gauge',
    labels: ['kpi', 'label', 'domain', 'pole', 'agent', 'squad', 'unit', 'class', 'stage', 'definition_version'],
    help: 'Always 1; everything descriptive about a KPI, to be joined on kpi.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_score_ratio',
    type: 'gauge',
    labels: ['kpi', 'store'],
    help: 'Score of a KPI, 1 = at target or better; direction applied.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_status',
    type: 'gauge',
    labels: ['kpi', 'status', 'store'],
    help: 'Confirmed status; exactly one of ok, warning, critical, undefined is 1.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_significant',
    type: 'gauge',
    labels: ['kpi', 'store'],
    help: '1 when the sample is large enough, and for ratios of counts chance does not explain the status.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_numerator',
    type: 'gauge',
    labels: ['kpi', 'store'],
    help: 'Numerator of a ratio; absent for medians, percentiles and scores.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_denominator',
    type: 'gauge',
    labels: ['kpi', 'store'],
    help: 'Denominator of a ratio; absent for medians, percentiles and scores.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_sample_size',
    type: 'gauge',
    labels: ['kpi', 'store'],
    help: 'Observations behind the value.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_native',
    type: 'gauge',
    labels: ['kpi', 'unit', 'store'],
    help: 'Value in the native unit, for people; never aggregated over kpi.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_threshold',
    type: 'gauge',
    labels: ['kpi', 'unit', 'level'],
    help: 'Target and thresholds in the native unit, overrides of the company included.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_undefined_info',
    type: 'gauge',
    labels: ['kpi', 'reason', 'store'],
    help: '1 while a KPI has no value, with the reason.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_last_computed_timestamp_seconds',
    type: 'gauge',
    labels: ['kpi'],
    help: 'Wall time of the last computation.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_as_of_timestamp_seconds',
    type: 'gauge',
    labels: ['kpi'],
    help: 'Business time the value describes.',
    producer: 'exporters',
  },
  {
    name: 'aicos_kpi_feed_lag_seconds',
    type: 'gauge',
    labels: ['kpi', 'feed'],
    help: 'Business time between now and the watermark of a feed.',
    producer: 'exporters',
  },
  {
    name: 'aicos_health_ratio',
    type: 'gauge',
    labels: ['scope', 'name'],
    help: 'Weighted health of the company, a pole, a domain or an agent.',
    producer: 'exporters',
  },
  {
    name: 'aicos_health_coverage_ratio',
    type: 'gauge',
    labels: ['scope', 'name'],
    help: 'Share of the weight of a scope whose KPIs are defined.',
    producer: 'exporters',
  },
] as const satisfies readonly MetricFamily[];

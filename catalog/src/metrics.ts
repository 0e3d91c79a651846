import { baseCounterIds, baseCounters } from './metrics/base-counters.ts';
import { collectorMetrics } from './metrics/collector-metrics.ts';
import { companionMetrics } from './metrics/companion-metrics.ts';
import { foreignMetrics } from './metrics/foreign-metrics.ts';
import { kpiStateMetrics, kpiValueMetrics } from './metrics/kpi-metrics.ts';
import { runnerMetrics } from './metrics/runner-metrics.ts';
import { worldMetrics } from './metrics/world-metrics.ts';
import type { MetricFamily } from './schema/metric-family.ts';

/** Every family that a rule or a dashboard may read; recording rules are listed by the rules themselves. */
export const metricFamilies: readonly MetricFamily[] = [
  ...kpiValueMetrics,
  ...kpiStateMetrics,
  ...companionMetrics,
  ...collectorMetrics,
  ...baseCounterIds.map((id) => baseCounters[id]),
  ...runnerMetrics,
  ...worldMetrics,
  ...foreignMetrics,
];

const bySeriesName = new Map<string, MetricFamily>(
  metricFamilies.flatMap((family) => {
    const suffixes = family.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    return suffixes.map((suffix) => [family.name + suffix, family] as const);
  })
);

/** The family of a series name, `_bucket`, `_sum` and `_count` of histograms included; undefined for an unknown name. */
export function metricFamilyOf(seriesName: string): MetricFamily | undefined {
  return bySeriesName.get(seriesName);
}

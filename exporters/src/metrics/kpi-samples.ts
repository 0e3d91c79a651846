import { kpiStatuses, thresholdSeries } from '@ai-cos/catalog';
import { baseValue } from '../snapshot/base-value.ts';
import type { KpiEntry } from '../snapshot/kpi-board.ts';
import { sample, sampleIfDefined, type Labels, type Sample } from './sample.ts';

function storeLabel({ measurement }: KpiEntry): Labels {
  return measurement.store === null ? {} : { store: measurement.store };
}

/** What describes a KPI and does not change with its value: one set per KPI, whatever its stores. */
function definitionSamples({ definition }: KpiEntry): readonly Sample[] {
  const kpi = definition.id;
  const info = {
    kpi,
    label: definition.label,
    domain: definition.family,
    pole: definition.pole,
    agent: definition.owner,
    squad: definition.squad,
    unit: definition.unit,
    class: definition.class,
    stage: definition.stage,
    definition_version: definition.definitionVersion,
  };
  return [
    sample('aicos_kpi_info', info, 1),
    ...thresholdSeries(definition).map(([level, value]) =>
      sample('aicos_kpi_threshold', { kpi, unit: definition.unit, level }, value)
    ),
  ];
}

function freshnessSamples({ definition, asOf, computedAt, feedLagSeconds }: KpiEntry): readonly Sample[] {
  const kpi = definition.id;
  if (asOf === null || computedAt === null) return [];
  return [
    sample('aicos_kpi_last_computed_timestamp_seconds', { kpi }, computedAt.getTime() / 1_000),
    sample('aicos_kpi_as_of_timestamp_seconds', { kpi }, asOf.getTime() / 1_000),
    ...Object.entries(feedLagSeconds).map(([feed, lag]) => sample('aicos_kpi_feed_lag_seconds', { kpi, feed }, lag)),
  ];
}

function valueSamples(entry: KpiEntry, currency: string): readonly Sample[] {
  const { definition, measurement } = entry;
  const { value } = measurement;
  if (value === null) return [];
  const store = storeLabel(entry);
  const kpi = { kpi: definition.id, ...store };
  const money = definition.metricLabels?.includes('currency') === true ? { currency } : {};
  return [
    sample(definition.metric, { ...money, ...store }, baseValue(definition, value)),
    sample('aicos_kpi_native', { ...kpi, unit: definition.unit }, value),
    ...sampleIfDefined('aicos_kpi_numerator', kpi, measurement.numerator),
    ...sampleIfDefined('aicos_kpi_denominator', kpi, measurement.denominator),
    ...sampleIfDefined('aicos_kpi_sample_size', kpi, measurement.sampleSize),
  ];
}

function stateSamples(entry: KpiEntry): readonly Sample[] {
  const { definition, measurement, assessment } = entry;
  const kpi = { kpi: definition.id, ...storeLabel(entry) };
  return [
    ...sampleIfDefined('aicos_kpi_score_ratio', kpi, assessment.score),
    ...kpiStatuses.map((status) =>
      sample('aicos_kpi_status', { ...kpi, status }, Number(assessment.status === status))
    ),
    sample('aicos_kpi_significant', kpi, Number(assessment.significant)),
    ...(measurement.reason === null
      ? []
      : [sample('aicos_kpi_undefined_info', { ...kpi, reason: measurement.reason }, 1)]),
  ];
}

/** Every series of the KPIs; a KPI that is switched off has none. */
export function kpiSamples(entries: readonly KpiEntry[], currency: string): readonly Sample[] {
  const described = new Set<string>();
  return entries
    .filter(({ definition }) => definition.enabled)
    .flatMap((entry) => {
      const once = described.has(entry.definition.id) ? [] : [...definitionSamples(entry), ...freshnessSamples(entry)];
      described.add(entry.definition.id);
      return [...once, ...valueSamples(entry, currency), ...stateSamples(entry)];
    });
}

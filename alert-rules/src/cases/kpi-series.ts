import { kpis, kpiStatuses, thresholdSeries, type KpiId } from '@ai-cos/catalog';
import type { Scrape, StatusSample } from '../evaluation/status-history.ts';
import { seriesName } from './promtool-file.ts';

interface InputSeries {
  readonly series: string;
  readonly values: string;
}

export const caseCurrency = 'EUR';

/** The native value the cases show: constant, because the text of an alert is not what they test. */
export function caseValue(kpi: KpiId): number {
  return kpis[kpi].critical;
}

function notation(scrapes: readonly Scrape[], value: (sample: StatusSample) => number): string {
  return runLengths(
    scrapes.map((scrape, index) => {
      if (scrape === 'missed') return '_';
      // One staleness marker ends a series; before its first sample there is nothing to end.
      if (scrape === 'gone') return index > 0 && scrapes[index - 1] !== 'gone' ? 'stale' : '_';
      return String(value(scrape));
    })
  );
}

/** promtool's short form: `1x4` is five ones. */
function runLengths(values: readonly string[]): string {
  const runs: { value: string; length: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value && value !== 'stale') last.length += 1;
    else runs.push({ value, length: 1 });
  }
  return runs
    .map(({ value, length }) => (length === 1 ? value : `${value}x${value === '_' ? length : length - 1}`))
    .join(' ');
}

/** What one exporter exposes about a KPI in a case. */
export function exporterSeries(kpi: KpiId, exporter: string, scrapes: readonly Scrape[]): InputSeries[] {
  const target = { instance: exporter, job: 'aicos-exporters' };
  const status = kpiStatuses.map((name) => ({
    series: seriesName('aicos_kpi_status', { kpi, status: name, ...target }),
    values: notation(scrapes, (sample) => (sample.status === name ? 1 : 0)),
  }));
  const significant = {
    series: seriesName('aicos_kpi_significant', { kpi, ...target }),
    values: notation(scrapes, (sample) => (sample.significant ? 1 : 0)),
  };
  return [...status, significant];
}

/** What stays constant in a case: description, value and thresholds. */
export function constantSeries(kpi: KpiId, stage: string, steps: number): InputSeries[] {
  const { unit, metric, metricLabels } = kpis[kpi];
  const always = (value: number) => `${value}x${steps}`;
  const threshold = thresholdSeries(kpis[kpi]).map(([level, value]) => ({
    series: seriesName('aicos_kpi_threshold', { kpi, unit, level }),
    values: always(value),
  }));
  const currency = metricLabels?.includes('currency')
    ? [{ series: seriesName(metric, { currency: caseCurrency }), values: always(caseValue(kpi)) }]
    : [];
  return [
    { series: seriesName('aicos_kpi_info', { kpi, stage }), values: always(1) },
    { series: seriesName('aicos_kpi_native', { kpi, unit }), values: always(caseValue(kpi)) },
    ...threshold,
    ...currency,
  ];
}

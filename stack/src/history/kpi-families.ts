import {
  healthOf,
  kpiIds,
  kpis,
  scoreOf,
  type HealthInput,
  type KpiId,
  type KpiReading,
  type KpiValuesResponse,
} from '@ai-cos/catalog';

import type { Family, Sample, Series } from './open-metrics.ts';

export type KpiHistory = { reading: KpiReading; values: KpiValuesResponse };

type HistoryOptions = {
  histories: readonly KpiHistory[];
  /** host:port of the exporters, as a scrape would label it. */
  instance: string;
  /** Where a business instant lies on the compressed wall axis. */
  wallSeconds: (businessInstant: string) => number;
};

/** Job names of provisioning/prometheus/prometheus.yml: the past must join the series that a scrape continues. */
export const SCRAPE_JOBS = { internal: 'aicos-exporters', restricted: 'aicos-exporters-restricted' } as const;

/** The past of every KPI as the families that the exporters serve, at the speed of the compressed axis. */
export function kpiFamilies({ histories, instance, wallSeconds }: HistoryOptions): Family[] {
  const families: Family[] = [];
  const native: Series[] = [];
  const scores: Series[] = [];
  for (const { reading, values } of histories) {
    const kpi = kpis[reading.id];
    const defined = values.points.flatMap(({ at, value }) =>
      value === null ? [] : [{ atSeconds: wallSeconds(at), value }]
    );
    if (defined.length === 0) continue;
    const target = { job: SCRAPE_JOBS[reading.sensitivity], instance };
    const currency = reading.currency === null ? {} : { currency: reading.currency };
    const base = defined.map(({ atSeconds, value }) => ({ atSeconds, value: value * kpi.nativeToBase }));
    families.push({ name: kpi.metric, series: [{ labels: { ...target, ...currency }, samples: base }] });
    native.push({ labels: { ...target, kpi: kpi.id, unit: kpi.unit }, samples: defined });
    scores.push({ labels: { ...target, kpi: kpi.id }, samples: defined.map((sample) => scored(reading, sample)) });
  }
  families.push({ name: 'aicos_kpi_native', series: native }, { name: 'aicos_kpi_score_ratio', series: scores });
  const target = { job: SCRAPE_JOBS.internal, instance };
  families.push({ name: 'aicos_health_ratio', series: [globalHealth(scores, target)] });
  return families;
}

function scored(reading: KpiReading, { atSeconds, value }: Sample): Sample {
  return { atSeconds, value: scoreOf(reading.thresholds, value) };
}

/** Health of the whole company at every instant that any KPI has a score for. */
function globalHealth(scores: readonly Series[], target: Readonly<Record<string, string>>): Series {
  const byTime = new Map<number, Map<KpiId, number>>();
  for (const { labels, samples } of scores) {
    const id = kpiIds.find((candidate) => candidate === labels['kpi']);
    for (const { atSeconds, value } of samples) {
      const atTime = byTime.get(atSeconds) ?? new Map<KpiId, number>();
      if (id !== undefined) atTime.set(id, value);
      byTime.set(atSeconds, atTime);
    }
  }
  const samples: Sample[] = [];
  for (const [atSeconds, known] of [...byTime].toSorted(([a], [b]) => a - b)) {
    const health = healthOf(kpiIds.map((id) => healthInput(kpis[id].weight, known.get(id) ?? null)));
    if (health !== null) samples.push({ atSeconds, value: health.health });
  }
  return { labels: { ...target, scope: 'global', name: 'all' }, samples };
}

/** Only the score counts for the value; the rest of the input decides on coverage and risk. */
function healthInput(weight: number, score: number | null): HealthInput {
  return {
    weight,
    score,
    lastScore: null,
    status: score === null ? 'undefined' : 'ok',
    sample: undefined,
    alertMinSample: 0,
  };
}

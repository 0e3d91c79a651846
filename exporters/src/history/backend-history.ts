import { kpis, type KpiPoint } from '@ai-cos/catalog';
import type { PrometheusConfig } from '../config/config.ts';
import type { Prometheus, PrometheusSeries } from '../sources/prometheus.ts';
import { undefinedBecause } from '../collectors/measurement.ts';
import { dayMs, pointOf } from './point.ts';

const { metric, nativeToBase } = kpis.backend_p95_ms;
/** Prometheus refuses more than 11,000 points per series. */
const maxPoints = 5_000;
/** The business clock may have paused: look back further than its pace says. */
const pauseFactor = 3;

interface PastValue {
  readonly asOfMs: number;
  readonly native: number;
}

/** Values that were scraped, put back on business time by the `as_of` that was scraped with them. */
function pastValues(values: PrometheusSeries | undefined, asOf: PrometheusSeries | undefined): readonly PastValue[] {
  const asOfAt = new Map(asOf?.values?.map(([at, text]) => [at, Number(text) * 1_000]));
  return (values?.values ?? []).flatMap(([at, text]) => {
    const asOfMs = asOfAt.get(at);
    return asOfMs === undefined ? [] : [{ asOfMs, native: Number(text) / nativeToBase }];
  });
}

export interface BackendHistoryOptions {
  readonly prometheus: Prometheus;
  readonly config: PrometheusConfig;
  readonly now: Date;
  readonly wallNow: Date;
}

/** `backend_p95_ms` of the past, from what Prometheus kept; a point takes the last value of the step before it. */
export async function backendPoints(
  times: readonly Date[],
  stepSeconds: number,
  { prometheus, config, now, wallNow }: BackendHistoryOptions
): Promise<readonly KpiPoint[]> {
  const [first] = times;
  if (first === undefined) return [];
  const businessSeconds = (now.getTime() - first.getTime()) / 1_000 + stepSeconds;
  const wallSeconds = Math.max(60, businessSeconds * (config.daySeconds / (dayMs / 1_000)) * pauseFactor);
  const endSeconds = wallNow.getTime() / 1_000;
  const range = {
    startSeconds: endSeconds - wallSeconds,
    endSeconds,
    stepSeconds: Math.max(config.scrapeSeconds, Math.ceil(wallSeconds / maxPoints)),
  };
  const [values, asOf] = await Promise.all([
    prometheus.range({ ...range, query: `max(${metric})` }),
    prometheus.range({ ...range, query: 'max(aicos_kpi_as_of_timestamp_seconds{kpi="backend_p95_ms"})' }),
  ]);
  const known = pastValues(values[0], asOf[0]);
  return times.map((at) => {
    const from = at.getTime() - stepSeconds * 1_000;
    const last = known.findLast(({ asOfMs }) => asOfMs > from && asOfMs <= at.getTime());
    const nothing = undefinedBecause('zero_denominator_or_no_data');
    return pointOf(at, last === undefined ? nothing : { ...nothing, value: last.native }, true);
  });
}

import type { StatusSample, StatusSeries } from './status-history.ts';

/** How long Prometheus shows a sample after which none came. */
const lookbackSeconds = 300;

/** The sample Prometheus sees of a series at `step`, or undefined when the series ended or is too old. */
export function visibleSample(series: StatusSeries, step: number, stepSeconds: number): StatusSample | undefined {
  for (let at = Math.min(step, series.scrapes.length - 1); at >= 0; at -= 1) {
    if ((step - at) * stepSeconds > lookbackSeconds) return undefined;
    const scrape = series.scrapes[at];
    if (scrape === 'gone') return undefined;
    if (scrape !== undefined && scrape !== 'missed') return scrape;
  }
  return undefined;
}

/** The samples of all exporters that speak about one KPI and store. */
export function visibleSamples(group: readonly StatusSeries[], step: number, stepSeconds: number): StatusSample[] {
  return group.flatMap((series) => visibleSample(series, step, stepSeconds) ?? []);
}

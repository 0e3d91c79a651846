import { scaled, type TimeScale } from '@ai-cos/catalog';

/** Exporters never compute more often than every 5 s of wall time, and base counters every company minute. */
export const fastestRefreshSeconds = 5;
const counterRefreshSeconds = 60;

/** A range for `increase()` of what is fresh at every scrape: two samples are needed and one may be missed. */
export function rangeSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(4 * scale.scrapeSeconds, scaled(scale, companySeconds));
}

/** A range over base counters: with fewer than four refreshes in it, two counters differ by when they were computed. */
export function counterRangeSeconds(scale: TimeScale, companySeconds: number): number {
  const refresh = Math.max(fastestRefreshSeconds, scaled(scale, counterRefreshSeconds));
  return Math.max(4 * refresh, rangeSeconds(scale, companySeconds));
}

/** A `for`: two evaluations at least, so that one odd evaluation never fires. */
export function forSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(2 * scale.evaluationSeconds, scaled(scale, companySeconds));
}

/** A `keep_firing_for`: ten evaluations at least, so that a restarted exporter or a missed scrape resolves nothing. */
export function keepFiringSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(10 * scale.evaluationSeconds, scaled(scale, companySeconds));
}

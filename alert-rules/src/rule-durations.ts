import { scaled, type TimeScale } from '@ai-cos/catalog';

/** A range for `increase()`: four scrapes at least, because two samples are needed and one may be missed. */
export function rangeSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(4 * scale.scrapeSeconds, scaled(scale, companySeconds));
}

/** A `for`: two evaluations at least, so that one odd evaluation never fires. */
export function forSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(2 * scale.evaluationSeconds, scaled(scale, companySeconds));
}

/** A `keep_firing_for`: ten evaluations at least, so that a restarted exporter or a missed scrape resolves nothing. */
export function keepFiringSeconds(scale: TimeScale, companySeconds: number): number {
  return Math.max(10 * scale.evaluationSeconds, scaled(scale, companySeconds));
}

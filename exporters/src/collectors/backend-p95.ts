import type { PrometheusConfig } from '../config/config.ts';
import type { Prometheus } from '../sources/prometheus.ts';
import { undefinedBecause, type Measurement } from './measurement.ts';

const requests = 'http_request_duration_seconds';
const windowSeconds = 300;
const secondsPerDay = 86_400;
/** A rate needs two samples; four survive a missed scrape. */
const minScrapes = 4;

/** The five minutes of the definition on the axis of this company, but never fewer than four scrapes. */
export function rateWindow({ daySeconds, scrapeSeconds }: PrometheusConfig): string {
  const scaled = (windowSeconds * daySeconds) / secondsPerDay;
  return `${String(Math.ceil(Math.max(scaled, minScrapes * scrapeSeconds)))}s`;
}

/** `backend_p95_ms`: percentiles never average, so it is derived from the histogram each time. */
export async function measureBackendP95(prometheus: Prometheus, config: PrometheusConfig): Promise<Measurement> {
  const window = rateWindow(config);
  const [seconds, sampleSize] = await Promise.all([
    prometheus.instant(`histogram_quantile(0.95, sum by (le) (rate(${requests}_bucket[${window}])))`),
    prometheus.instant(`sum(increase(${requests}_count[${window}]))`),
  ]);
  if (seconds === null) return undefinedBecause('zero_denominator_or_no_data');
  return {
    ...undefinedBecause('zero_denominator_or_no_data'),
    value: seconds * 1_000,
    sampleSize: Math.round(sampleSize ?? 0),
    reason: null,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Histogram, type Registry } from 'prom-client';
import type { DayFigures } from '../twin/figures.ts';
import { draw, keyOf, normal } from '../twin/random.ts';

const services = ['checkout', 'catalog', 'account'] as const;
const requestsPerTick = 6;
const tickMs = 1000;
/** p95 of a lognormal with this sigma is e^(1.645 σ) times its median. */
const sigma = 0.5;

/** The shop's API latency as its own metrics would show it, driven by the speed of the present business day. */
export async function observeLatency(
  registry: Registry,
  figures: () => DayFigures | null,
  signal: AbortSignal
): Promise<void> {
  const histogram = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of the HTTP requests of the simulated shop.',
    labelNames: ['service'],
    buckets: [0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3, 1.8, 2.5, 4, 6, 10],
    registers: [registry],
  });
  for (let tick = 1; await nextTick(signal); tick += 1) {
    const today = figures();
    if (today !== null) observeTick(histogram, today, tick);
  }
}

function observeTick(histogram: Histogram<'service'>, today: DayFigures, tick: number): void {
  const key = keyOf(1, 'site', tick, today.day);
  const median = today.apiP95Ms / 1000 / Math.exp(1.645 * sigma);
  for (const [index, service] of services.entries()) {
    for (let request = 0; request < requestsPerTick; request += 1) {
      const slot = index * requestsPerTick + request + 1;
      histogram.observe(
        { service },
        median * Math.exp(sigma * normal(key, slot)) * (0.98 + 0.04 * draw(key, slot + 200))
      );
    }
  }
}

/** False when the service stops. */
function nextTick(signal: AbortSignal): Promise<boolean> {
  return sleep(tickMs, true, { signal }).catch(() => false);
}

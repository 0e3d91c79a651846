import type { MetricFamily } from '@ai-cos/catalog';
import { Counter, Gauge, Registry } from 'prom-client';
import type { Sample } from './sample.ts';

export const expositionType = Registry.PROMETHEUS_CONTENT_TYPE;

function byFamily(samples: readonly Sample[]): ReadonlyMap<MetricFamily, readonly Sample[]> {
  const groups = new Map<MetricFamily, Sample[]>();
  for (const entry of samples) {
    const group = groups.get(entry.family);
    if (group === undefined) groups.set(entry.family, [entry]);
    else group.push(entry);
  }
  return groups;
}

/**
 * The text of a scrape. A fresh registry each time: a series that is no longer among the samples disappears, which is how a KPI
 * becomes undefined.
 */
export async function expose(samples: readonly Sample[]): Promise<string> {
  const registry = new Registry();
  for (const [{ name, help, labels, type }, group] of byFamily(samples)) {
    const options = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === 'counter') {
      const counter = new Counter(options);
      for (const { labels: values, value } of group) counter.inc({ ...values }, value);
    } else {
      const gauge = new Gauge(options);
      for (const { labels: values, value } of group) gauge.set({ ...values }, value);
    }
  }
  return registry.metrics();
}

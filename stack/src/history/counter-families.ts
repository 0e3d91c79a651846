import type { CounterSeries } from '@ai-cos/catalog';

import type { Family, Series } from './open-metrics.ts';

type CounterOptions = {
  counters: readonly CounterSeries[];
  /** Labels that a scrape of the exporters would add. */
  target: Readonly<Record<string, string>>;
  wallSeconds: (businessInstant: string) => number;
};

/** The past of the base counters, from which the flow rules take the same hours of the last four weeks. */
export function counterFamilies({ counters, target, wallSeconds }: CounterOptions): Family[] {
  const byName = new Map<string, Series[]>();
  for (const { name, labels, points } of counters) {
    const series = byName.get(name) ?? [];
    const samples = points.map(({ at, total }) => ({ atSeconds: wallSeconds(at), value: total }));
    series.push({ labels: { ...target, ...labels }, samples });
    byName.set(name, series);
  }
  return [...byName].map(([name, series]) => ({ name, series }));
}

/** One series of a metric family: its labels and its samples, oldest first. */
export type Series = { labels: Readonly<Record<string, string>>; samples: readonly Sample[] };
/** Wall time in seconds since 1970. */
export type Sample = { atSeconds: number; value: number };
export type Family = { name: string; series: readonly Series[] };

/** The text that promtool turns into blocks; gauges only. */
export function openMetricsText(families: readonly Family[]): string {
  const lines: string[] = [];
  for (const { name, series } of families) {
    lines.push(`# TYPE ${name} gauge`);
    for (const { labels, samples } of series) {
      const selector = labelText(labels);
      for (const { atSeconds, value } of samples) lines.push(`${name}${selector} ${value} ${atSeconds.toFixed(3)}`);
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/(["\\])/g, '\\$1')}"`);
  return `{${pairs.join(',')}}`;
}

import { metricFamilies } from '@ai-cos/catalog';

import { page, table } from './markdown.ts';

/** Every metric family that rules and dashboards may read. */
export function metricPage(): string {
  const rows = metricFamilies.map(({ name, type, labels, producer, help }) => [
    `\`${name}\``,
    type,
    labels.join(', '),
    producer,
    help,
  ]);
  return page('Metrics', 'catalog/src/metrics', table(['metric', 'type', 'labels', 'served by', 'meaning'], rows));
}

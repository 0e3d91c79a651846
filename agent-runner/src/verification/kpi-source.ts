import { kpis, type KpiId } from '@ai-cos/catalog';
import type { ExportersClient } from '../kpis/exporters-client.ts';
import type { KpiSource } from './types.ts';

const daySeconds = 86_400;

/** Days from the exporters: what a day itself contributed where that exists, else the level at the end of each day. */
export function kpiSource(exporters: ExportersClient): KpiSource {
  return {
    readings: () => exporters.kpis(),
    async days(id, from, to) {
      const { points } = await exporters.values(id, { from, to, ...grain(id) });
      return points.map(({ at, ...point }) => ({ ...point, at: new Date(at) }));
    },
  };
}

function grain(id: KpiId): { flow: true } | { step: number } {
  const { verify } = kpis[id];
  return verify === 'flow' || verify === 'quantile' ? { flow: true } : { step: daySeconds };
}

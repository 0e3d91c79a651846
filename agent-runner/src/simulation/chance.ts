import type { KpiId } from '@ai-cos/catalog';
import { chanceOfMean } from './history/recent.ts';
import type { CompanyHistory, DailySeries } from './history/company-history.ts';

function seriesOf(node: string, { company, kpis }: CompanyHistory): DailySeries | undefined {
  const drivers: Readonly<Record<string, DailySeries>> = {
    units_sold: company.units,
    sessions: company.sessions,
    revenue: company.revenue,
  };
  return drivers[node] ?? kpis.get(node as KpiId);
}

/**
 * Standard deviation of chance in the mean of a node over some days, from how such means differ in the history.
 * It is what a comparison of two periods would see without any lever.
 */
export function chanceOfNodes(nodes: readonly string[], history: CompanyHistory, days: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const node of nodes) {
    const series = seriesOf(node, history);
    const deviation = series ? chanceOfMean(series, days) : Number.NaN;
    if (Number.isFinite(deviation)) found.set(node, deviation);
  }
  return found;
}

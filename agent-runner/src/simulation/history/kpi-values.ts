import { KpiValuesResponse, kpiIds, type KpiId } from '@ai-cos/catalog';
import type { DailySeries } from './company-history.ts';

export interface HistoryFrame {
  /** Day number of the first entry. */
  readonly firstDay: number;
  readonly days: number;
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

async function dailyValues(
  exportersUrl: string,
  id: KpiId,
  { firstDay, days }: HistoryFrame
): Promise<DailySeries | undefined> {
  const query = new URLSearchParams({
    from: `${isoDay(firstDay)}T00:00:00Z`,
    to: `${isoDay(firstDay + days)}T00:00:00Z`,
    flow: 'true',
  });
  const response = await fetch(new URL(`/kpis/${id}/values?${query.toString()}`, exportersUrl), {
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) return undefined;
  const { points } = KpiValuesResponse.parse(await response.json());
  const series = new Float64Array(days).fill(Number.NaN);
  for (const { at, value } of points) {
    const position = Math.floor(Date.parse(at) / 86_400_000) - firstDay;
    if (value !== null && position >= 0 && position < days) series[position] = value;
  }
  return series;
}

/** Daily flows of all KPIs from the exporters; a KPI they cannot answer for is left out. */
export async function loadKpiValues(exportersUrl: string, frame: HistoryFrame): Promise<Map<KpiId, DailySeries>> {
  const found = new Map<KpiId, DailySeries>();
  for (const id of kpiIds) {
    const series = await dailyValues(exportersUrl, id, frame);
    if (series?.some((value) => Number.isFinite(value)) === true) found.set(id, series);
  }
  return found;
}

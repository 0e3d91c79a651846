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
  const response = await answerOf(new URL(`/kpis/${id}/values?${query.toString()}`, exportersUrl));
  if (response?.ok !== true) return undefined;
  const { points } = KpiValuesResponse.parse(await response.json());
  const series = new Float64Array(days).fill(Number.NaN);
  for (const { at, value } of points) {
    const position = Math.floor(Date.parse(at) / 86_400_000) - firstDay;
    if (value !== null && position >= 0 && position < days) series[position] = value;
  }
  return series;
}

/** One KPI that takes too long must not cost the whole history. */
async function answerOf(url: URL): Promise<Response | undefined> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

/** Requests at once: the exporters compute each from the company's tables. */
const LANES = 4;

/** Daily flows of all KPIs from the exporters; a KPI they cannot answer for is left out. */
export async function loadKpiValues(exportersUrl: string, frame: HistoryFrame): Promise<Map<KpiId, DailySeries>> {
  const found = new Map<KpiId, DailySeries>();
  const waiting = [...kpiIds];
  const lane = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const series = await dailyValues(exportersUrl, id, frame);
      if (series?.some((value) => Number.isFinite(value)) === true) found.set(id, series);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}

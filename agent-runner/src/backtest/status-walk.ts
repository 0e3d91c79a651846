import {
  confirmStatus,
  kpis,
  rawStatus,
  scoreOf,
  type ConfirmationState,
  type KpiId,
  type KpiStatus,
} from '@ai-cos/catalog';

/** One day of a KPI; null where it was undefined. */
export interface KpiDay {
  readonly at: string;
  readonly value: number | null;
}

export type KpiSeries = ReadonlyMap<KpiId, readonly KpiDay[]>;

/** Confirmed status per day, by the thresholds of the catalog. */
export function statusesOf(id: KpiId, days: readonly KpiDay[]): KpiStatus[] {
  const { band, ...kpi } = kpis[id];
  const limits = { ...kpi, band: band ?? null };
  // A KPI that is computed every minute is confirmed within the day.
  const confirmDays = Math.max(1, Math.ceil((kpis[id].confirm * kpis[id].refreshSeconds) / 86_400));
  let state: ConfirmationState | undefined;
  return days.map(({ value }) => {
    const reading = value === null ? 'undefined' : { raw: rawStatus(limits, value), score: scoreOf(limits, value) };
    state = confirmStatus(state, reading, confirmDays);
    return state.status;
  });
}

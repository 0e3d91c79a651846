import type { KpiId } from '@ai-cos/catalog';

/** A KPI id, or the variable of a board. */
export type KpiSelector = KpiId | '$kpi';

/** Native value of the company as a whole; exporters and their addresses are aggregated away. */
export function nativeValue(kpi: KpiSelector): string {
  return `max by (kpi) (aicos_kpi_native{kpi="${kpi}",store=""})`;
}

export function thresholdLevel(kpi: KpiSelector, level: string): string {
  return `max by (kpi) (aicos_kpi_threshold{kpi="${kpi}",level="${level}"})`;
}

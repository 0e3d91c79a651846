import type { KpiId } from '@ai-cos/catalog';

/** A KPI in stage `observe` is drawn and scored but wakes nobody. */
export function unlessObserved(kpi: KpiId): string {
  return `unless on (kpi) aicos_kpi_info{kpi="${kpi}",stage="observe"}`;
}

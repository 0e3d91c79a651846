import { kpis, type KpiId } from '@ai-cos/catalog';

function pascal(kpi: KpiId): string {
  const { camel } = kpis[kpi];
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Warning and critical share one name; severity is a label. */
export function offTargetAlert(kpi: KpiId): string {
  return `Aicos${pascal(kpi)}OffTarget`;
}

export function flowAlert(kpi: KpiId): string {
  return `Aicos${pascal(kpi)}FlowAnomaly`;
}

export const blindAlert = 'KpiBlind';
export const watchdogAlert = 'Watchdog';

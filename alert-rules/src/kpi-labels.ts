import { kpis, type KpiId } from '@ai-cos/catalog';
import type { Severity } from './rule.ts';

/** The labels every alert about a KPI carries; routes, the runner and the pages read them. */
export function kpiLabels(kpi: KpiId, severity: Severity): Record<string, string> {
  const record = kpis[kpi];
  return {
    severity,
    kpi,
    class: record.class,
    domain: record.family,
    pole: record.pole,
    agent: record.owner,
    squad: record.squad,
    event_type: record.eventType,
  };
}

/** Links every alert carries: pages of the plugin, relative to the root of Grafana or of the console. */
export function kpiLinks(kpi: KpiId, runbook: string): Record<string, string> {
  return {
    runbook_url: `/a/aicos-app/runbooks/${runbook}`,
    dashboard: `/d/aicos-kpi-explorer?var-kpi=${kpi}`,
  };
}

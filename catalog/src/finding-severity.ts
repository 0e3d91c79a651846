import { isPastTarget, rawStatus, type Thresholds } from './kpi-status.ts';

export const findingSeverities = ['medium', 'high', 'critical'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Severity of a snapshot finding, or null: the founding-critical KPIs are raised from the first step past target. */
export function findingSeverity(
  kpi: Thresholds & { readonly foundingCritical: boolean },
  value: number
): FindingSeverity | null {
  const status = rawStatus(kpi, value);
  if (status === 'critical') return kpi.foundingCritical ? 'critical' : 'high';
  if (kpi.foundingCritical) return isPastTarget(kpi, value) ? 'high' : null;
  return status === 'warning' ? 'medium' : null;
}

/** True when a KPI is at or past its opportunity level: raised by the snapshot run as CAMPAIGN_OPPORTUNITY, never by an alert. */
export function isOpportunity(kpi: Thresholds & { readonly opportunity: number | null }, value: number): boolean {
  if (kpi.opportunity === null) return false;
  return kpi.direction === 'down' ? value <= kpi.opportunity : value >= kpi.opportunity;
}

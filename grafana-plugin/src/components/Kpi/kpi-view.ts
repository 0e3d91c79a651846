import type { KpiView } from '@ai-cos/agent-runner/contract';
import { formatKpiChange, formatKpiValue, type KpiUnit } from '../../format/kpi-value.ts';
import type { ChartThreshold } from '../Chart/chart-data.ts';

function formatOf({ unit, decimals }: KpiView) {
  return { unit: unit as KpiUnit, decimals };
}

export function kpiText(kpi: KpiView, value: number | null, currency: string | null): string {
  return formatKpiValue(formatOf(kpi), value, kpi.currency ?? currency);
}

export function kpiChangeText(kpi: KpiView, currency: string | null): string | null {
  return kpi.weekChange === null ? null : formatKpiChange(formatOf(kpi), kpi.weekChange, kpi.currency ?? currency);
}

/** "at least 2.5 %": where the KPI should be, in words. */
export function targetText(kpi: KpiView, currency: string | null): string {
  const { direction, target, band } = kpi.thresholds;
  if (direction === 'band' && band !== null) {
    return `${kpiText(kpi, band.lowOk, currency)} to ${kpiText(kpi, band.highOk, currency)}`;
  }
  return `${direction === 'up' ? 'at least' : 'at most'} ${kpiText(kpi, target, currency)}`;
}

export function kpiThresholdLines({ thresholds }: KpiView): ChartThreshold[] {
  const { band, target, warning, critical } = thresholds;
  if (band !== null) {
    return [
      { label: 'warning', value: band.lowWarn, tone: 'warn' },
      { label: 'warning', value: band.highWarn, tone: 'warn' },
      { label: 'critical', value: band.lowCrit, tone: 'bad' },
      { label: 'critical', value: band.highCrit, tone: 'bad' },
    ];
  }
  return [
    { label: 'target', value: target, tone: 'good' },
    { label: 'warning', value: warning, tone: 'warn' },
    { label: 'critical', value: critical, tone: 'bad' },
  ];
}

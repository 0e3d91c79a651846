import { isKpiId } from '@ai-cos/catalog/kpis';
import type { SimulatedKpi } from '@ai-cos/agent-runner/contract';
import { formatKpiChange, formatKpiValue, kpiFormatOf } from '../../format/kpi-value.ts';
import { formatMeasure } from '../../format/measure.ts';

type Named = Pick<SimulatedKpi, 'id' | 'unit'>;

export function valueTextOf({ id, unit }: Named, value: number, currency: string | null): string {
  return isKpiId(id) ? formatKpiValue(kpiFormatOf(id), value, currency) : formatMeasure(value, unit);
}

export function effectTextOf({ id, unit }: Named, value: number, currency: string | null): string {
  if (isKpiId(id)) {
    return formatKpiChange(kpiFormatOf(id), value, currency);
  }
  return `${value > 0 ? '+' : ''}${formatMeasure(value, unit)}`;
}

/** Whether the 80 % interval leaves the direction open. */
export function isClear({ p10, p90 }: { p10: number; p90: number }): boolean {
  return p10 > 0 || p90 < 0;
}

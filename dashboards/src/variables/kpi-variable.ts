import { kpiIds, kpis } from '@ai-cos/catalog';
import { CustomVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** A comma would end an option. */
function option(text: string, value: string): string {
  return `${text.replaceAll(',', '\\,')} : ${value}`;
}

/** Any of the 40 KPIs, by its label. */
export function kpiVariable(): CustomVariableBuilder {
  const first = kpis.conversion_rate;
  return new CustomVariableBuilder('kpi')
    .label('KPI')
    .values(kpiIds.map((kpi) => option(kpis[kpi].label, kpi)).join(','))
    .current({ text: first.label, value: first.id, selected: true });
}

import { MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { prometheus } from '../datasource.ts';
import { rangeQuery } from '../queries/query.ts';

/** 0 ok, 1 warning, 2 critical, 3 undefined: one number per KPI, because a state timeline draws numbers. */
function statusNumber(matcher: string): string {
  const one = (status: string) => `max by (kpi) (aicos_kpi_status{${matcher},store="",status="${status}"})`;
  return `${one('warning')} + 2 * ${one('critical')} + 3 * ${one('undefined')}`;
}

const states = [
  ['ok', 'green'],
  ['warning', 'orange'],
  ['critical', 'red'],
  ['undefined', 'gray'],
] as const;

/** Confirmed status over time, one row per KPI. */
export function statusTimeline(title: string, description: string, matcher: string): PanelBuilder {
  const options = Object.fromEntries(states.map(([text, color], index) => [String(index), { text, color, index }]));
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(prometheus)
    .withTarget(rangeQuery({ refId: 'A', expr: statusNumber(matcher), legend: '{{kpi}}' }))
    .unit('none')
    .mappings([{ type: MappingType.ValueToText, options }])
    .span(12)
    .height(6);
}

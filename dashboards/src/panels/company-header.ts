import type { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { labelStat, stat } from './plain-panels.ts';

const origin = [
  'label_replace(label_replace(max by (name, simulated) (aicos_company_info),',
  '"origin", "simulated", "simulated", "true"), "origin", "real data", "simulated", "false")',
].join(' ');

/** Whose numbers these are, and of which day: first on every board, because simulated data must say so. */
export function companyHeader(): PanelBuilder[] {
  return [
    labelStat(
      { title: 'Company', description: 'The company measured, and whether its data is simulated.', unit: 'none' },
      { expr: origin, legend: '{{name}} · {{origin}}' }
    ).span(6),
    stat(
      {
        title: 'Business time',
        description: 'The clock of the company; it may run faster than the wall clock and may pause.',
        unit: 'dateTimeAsIso',
      },
      '1000 * max(aicos_business_timestamp_seconds)'
    ).span(6),
  ];
}

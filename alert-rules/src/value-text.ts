import { kpis, type KpiId, type KpiUnit, type ThresholdLevel } from '@ai-cos/catalog';

/** How a native value is written; `{currency}` is taken from the label of the value. */
const unitSuffix: Record<KpiUnit, string> = {
  score_100: '/100',
  ms: ' ms',
  percent: ' %',
  amount: ' {currency}',
  articles_per_week: ' articles per week',
  amount_per_month: ' {currency} per month',
  months: ' months',
  days: ' days',
  hours: ' hours',
  turns_per_year: ' turns per year',
  defects_per_100: ' per 100 units',
  minutes: ' minutes',
  stars_5: ' of 5',
};

/** Literal text of a value in native units, as the template prints it; `currency` matters for money alone. */
export function valueText(kpi: KpiId, value: number, currency: string): string {
  const { decimals, unit } = kpis[kpi];
  return value.toFixed(decimals) + unitSuffix[unit].replace('{currency}', currency);
}

function queryTemplate(selector: string, decimals: number): string {
  const print = `{{ . | first | value | printf "%.${decimals}f" }}`;
  return `{{ with printf \`${selector}\` $labels.store | query }}${print}{{ else }}unknown{{ end }}`;
}

function suffixTemplate(kpi: KpiId): string {
  const currency = `{{ with query "${kpis[kpi].metric}" }}{{ . | first | label "currency" }}{{ end }}`;
  return unitSuffix[kpis[kpi].unit].replace('{currency}', currency);
}

/** Go template that prints the present value of a KPI with its unit. */
export function currentValueTemplate(kpi: KpiId): string {
  const selector = `max by (kpi) (aicos_kpi_native{kpi="${kpi}",store="%s"})`;
  return queryTemplate(selector, kpis[kpi].decimals) + suffixTemplate(kpi);
}

/** Go template that prints a threshold as the exporters serve it, so that a company's own thresholds show. */
export function thresholdTemplate(kpi: KpiId, level: ThresholdLevel): string {
  const print = `{{ . | first | value | printf "%.${kpis[kpi].decimals}f" }}`;
  const query = `max(aicos_kpi_threshold{kpi="${kpi}",level="${level}"})`;
  return `{{ with query \`${query}\` }}${print}{{ else }}unknown{{ end }}` + suffixTemplate(kpi);
}

import { kpis, type KpiId } from '@ai-cos/catalog';

/** Currencies Grafana can format; any other code becomes a suffix. */
const grafanaCurrencies = new Set(
  'USD GBP EUR JPY RUB UAH BRL DKK ISK NOK SEK CZK CHF PLN ZAR INR KRW IDR PHP VND TRY MYR BGN ILS'.split(' ')
);

export function currencyUnit(currency: string): string {
  return grafanaCurrencies.has(currency) ? `currency${currency}` : `suffix: ${currency}`;
}

/** Grafana unit of the native values of a KPI. */
export function nativeUnit(kpi: KpiId, currency: string): string {
  const unit = kpis[kpi].grafanaUnit;
  return unit.includes('{currency}') ? unit.replace('currency{currency}', currencyUnit(currency)) : unit;
}

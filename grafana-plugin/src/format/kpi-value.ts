import { isKpiId, kpis, type KpiId } from '@ai-cos/catalog/kpis';
import { formatMoney } from './money.ts';
import { formatNumber, formatSigned } from './number.ts';

export type KpiUnit = (typeof kpis)[KpiId]['unit'];

const suffixes: Record<Exclude<KpiUnit, 'amount' | 'amount_per_month'>, string> = {
  score_100: ' / 100',
  ms: ' ms',
  percent: ' %',
  articles_per_week: ' articles/week',
  months: ' months',
  days: ' days',
  hours: ' h',
  turns_per_year: ' turns/year',
  defects_per_100: ' per 100',
  minutes: ' min',
  stars_5: ' ★',
};

/** A share changes by points of percent; saying "%" would read as a relative change. */
const changeSuffixes: Partial<Record<KpiUnit, string>> = { percent: ' pp', score_100: ' points' };

export interface KpiFormat {
  unit: KpiUnit;
  decimals: number;
}

export function kpiFormatOf(id: KpiId): KpiFormat {
  return { unit: kpis[id].unit, decimals: kpis[id].decimals };
}

export function kpiLabel(id: string): string {
  return isKpiId(id) ? kpis[id].label : id;
}

export function formatKpiValue(format: KpiFormat, value: number | null, currency?: string | null): string {
  if (value === null) {
    return 'undefined';
  }
  const { unit, decimals } = format;
  if (unit === 'amount' || unit === 'amount_per_month') {
    const perMonth = unit === 'amount_per_month' ? '/month' : '';
    return currency ? `${formatMoney(value, currency)}${perMonth}` : `${formatNumber(value, decimals)}${perMonth}`;
  }
  return `${formatNumber(value, decimals)}${suffixes[unit]}`;
}

const mostDecimals = 4;

/** A change needs more digits than a value when it is small beside the rounding. */
function changeDecimals(change: number, decimals: number): number {
  if (change === 0) {
    return decimals;
  }
  const firstDigit = Math.ceil(-Math.log10(Math.abs(change)));
  return Math.min(mostDecimals, Math.max(decimals, firstDigit));
}

export function formatKpiChange(format: KpiFormat, change: number, currency?: string | null): string {
  const { unit } = format;
  const decimals = changeDecimals(change, format.decimals);
  if (unit === 'amount' || unit === 'amount_per_month') {
    const perMonth = unit === 'amount_per_month' ? '/month' : '';
    return `${formatSigned(change, decimals)} ${currency ?? ''}${perMonth}`.trim();
  }
  return `${formatSigned(change, decimals)}${changeSuffixes[unit] ?? suffixes[unit]}`;
}

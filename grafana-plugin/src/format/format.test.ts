import { formatKpiChange, formatKpiValue, kpiFormatOf } from './kpi-value.ts';
import { formatMeasure } from './measure.ts';
import { formatSigned } from './number.ts';
import { isMachineText, withKpiNames } from './readable.ts';
import { formatDuration } from './time.ts';
import { labelOfKey, plural, sentence } from './words.ts';

describe('numbers with their unit', () => {
  it.each([
    ['cart_abandonment', 81.4, '81.4 %'],
    ['cac', 58, '€58'],
    ['burn_rate', 61_200, '€61,200/month'],
    ['csat', 4.3, '4.30 ★'],
    ['code_health', 85, '85 / 100'],
  ] as const)('%s %d reads %s', (id, value, text) => {
    expect(formatKpiValue(kpiFormatOf(id), value, 'EUR')).toBe(text);
  });

  it('speaks of points where a share changes', () => {
    expect(formatKpiChange(kpiFormatOf('cart_abandonment'), -1.8)).toBe('−1.8 pp');
  });

  it('keeps a digit when a change is small beside the rounding', () => {
    expect(formatKpiChange(kpiFormatOf('inventory_turnover'), 0.04)).toBe('+0.04 turns/year');
  });

  it('never shows a signed zero', () => {
    expect(formatSigned(-0.0001, 1)).toBe('0.0');
  });

  it('shows an undefined value as undefined, never as 0', () => {
    expect(formatKpiValue(kpiFormatOf('runway'), null)).toBe('undefined');
  });

  it('takes three capital letters for a currency', () => {
    expect(formatMeasure(1250, 'EUR')).toBe('€1,250');
    expect(formatMeasure(9.4, 'units_per_day')).toBe('9.4 units/day');
  });
});

describe('texts of the runner', () => {
  it('names KPIs as people do and tells a sentence from JSON', () => {
    expect(withKpiNames('stock_rupture: confounded by a sale')).toBe('Products out of stock: confounded by a sale');
    expect(withKpiNames('daily_budget is no KPI')).toBe('daily_budget is no KPI');
    expect(isMachineText('{"changes":[{"prod')).toBe(true);
    expect(isMachineText('The order was taken.')).toBe(false);
  });
});

describe('time and words', () => {
  it.each([
    [42_000, '42 s'],
    [59 * 60_000, '59 min'],
    [3_660_000, '1 h 1 min'],
    [90_000_000, '1 d 1 h'],
  ])('%d ms reads %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('turns codes and keys into words', () => {
    expect(sentence('changes_requested')).toBe('Changes requested');
    expect(sentence('ux')).toBe('UX');
    expect(labelOfKey('dailyBudgetAmount')).toBe('Daily budget amount');
    expect(plural(1, 'row')).toBe('1 row');
  });
});

import { kpis, rawStatus, type KpiId } from '@ai-cos/catalog';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTwin, type DayFigures } from '../src/index.ts';

let year: DayFigures[];
beforeAll(() => {
  const twin = createTwin(1, { start: '2025-09-21' });
  year = Array.from({ length: 365 }, () => twin.next({ detail: 'none' }).figures);
});

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function ordersOn(accepts: (date: Date) => boolean): number {
  return mean(year.filter(({ day }) => accepts(new Date(day * 86_400_000))).map(({ orders }) => orders));
}

function windowed(days: number, value: (window: readonly DayFigures[]) => number): number[] {
  return year.slice(days - 1).map((_, end) => value(year.slice(end, end + days)));
}

function total(window: readonly DayFigures[], name: keyof DayFigures): number {
  return mean(window.map((day) => Number(day[name]))) * window.length;
}

/** KPIs that the daily figures carry; all of them are checked on the database in tests/eval/quiet-company.test.ts. */
const dailyKpis: readonly [KpiId, () => number[]][] = [
  ['stock_rupture', () => year.map((day) => day.stockRuptureShare * 100)],
  ['warehouse_capacity', () => year.map((day) => day.warehouseUsedShare * 100)],
  ['frontend_p95_ms', () => year.map((day) => day.pageLoadP95Ms)],
  ['backend_p95_ms', () => year.map((day) => day.apiP95Ms)],
  ['conversion_rate', () => windowed(28, (window) => (100 * total(window, 'orders')) / total(window, 'sessions'))],
  ['average_order_value', () => windowed(28, (window) => total(window, 'revenue') / total(window, 'orders'))],
  ['cac', () => windowed(30, (window) => total(window, 'marketingCost') / total(window, 'newCustomers'))],
  ['csat', () => windowed(28, (window) => total(window, 'ratingSum') / total(window, 'ratings'))],
];

describe('a quiet year of the company', () => {
  test.each(dailyKpis)('%s is ok on at least 97 % of the days', (id, values) => {
    const days = values();
    const ok = days.filter((value) => rawStatus(kpis[id], value) === 'ok').length;
    expect(ok / days.length).toBeGreaterThanOrEqual(0.97);
  });

  test('has about 60 orders and 3,000 sessions a day', () => {
    expect(mean(year.map((day) => day.orders))).toBeGreaterThan(52);
    expect(mean(year.map((day) => day.orders))).toBeLessThan(70);
    expect(mean(year.map((day) => day.sessions))).toBeGreaterThan(2500);
    expect(mean(year.map((day) => day.sessions))).toBeLessThan(3500);
  });

  test('varies by at least 12 % from day to day', () => {
    const orders = year.map((day) => day.orders);
    const centre = mean(orders);
    const deviation = Math.sqrt(mean(orders.map((value) => (value - centre) ** 2)));
    expect(deviation / centre).toBeGreaterThanOrEqual(0.12);
  });

  test('has a week, a season and promotions', () => {
    const monday = ordersOn((date) => date.getUTCDay() === 1);
    const friday = ordersOn((date) => date.getUTCDay() === 5);
    expect(monday / friday).toBeGreaterThan(1.1);

    const advent = ordersOn((date) => date.getUTCMonth() === 11 && date.getUTCDate() < 20);
    const june = ordersOn((date) => date.getUTCMonth() === 5 && date.getUTCDate() < 20);
    expect(advent / june).toBeGreaterThan(1.05);

    const blackWeek = ordersOn((date) => date.getUTCMonth() === 10 && date.getUTCDate() >= 21);
    const before = ordersOn((date) => date.getUTCMonth() === 10 && date.getUTCDate() < 21);
    expect(blackWeek / before).toBeGreaterThan(1.15);
  });
});

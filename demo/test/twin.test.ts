import { beforeAll, describe, expect, test } from 'vitest';
import {
  createMemorySink,
  createTwin,
  dateOf,
  step,
  type DayResult,
  type LeverCommand,
  type Twin,
} from '../src/index.ts';
import type { TableName } from '../src/twin/tables.ts';

const levers: Record<string, LeverCommand[]> = {
  price: [{ kind: 'price', productId: 123, price: 5, reason: 'test' }],
  'ad budget': [{ kind: 'ad-budget', campaignId: 2, dailyBudget: 400 }],
  'support staff': [{ kind: 'support-staff', extraAgents: 3, days: 10 }],
};

let company: Twin;
beforeAll(() => {
  company = createTwin(11, { scale: 0.5, warmUpDays: 200 });
});

function rowsOf(result: DayResult, table: TableName): readonly Record<string, unknown>[] {
  return (result.facts.inserts.get(table) ?? []) as Record<string, unknown>[];
}

/** What an order is, without the ids that shift when another order comes or goes. */
function ordersBySession(result: DayResult, without: number): Map<unknown, string> {
  const lines = new Map<unknown, Record<string, unknown>[]>();
  for (const line of rowsOf(result, 'order_items'))
    lines.set(line['order_id'], [...(lines.get(line['order_id']) ?? []), line]);
  const orders = new Map<unknown, string>();
  for (const order of rowsOf(result, 'orders')) {
    const items = lines.get(order['id']) ?? [];
    if (items.some((line) => line['product_id'] === without)) continue;
    orders.set(
      order['session_id'],
      items.map((line) => `${String(line['product_id'])}x${String(line['quantity'])}`).join()
    );
  }
  return orders;
}

describe('the twin', () => {
  test('lives the same days again from the same seed', () => {
    const [one, other] = [company.fork(), company.fork()];
    for (let day = 0; day < 10; day += 1) {
      const [a, b] = [one.next(), other.next()];
      expect(a.figures).toEqual(b.figures);
      expect([...a.facts.inserts]).toEqual([...b.facts.inserts]);
    }
    expect(one.state()).toEqual(other.state());
  });

  test('leaves the state that it forked from alone', () => {
    const before = structuredClone(company.state());

    company.fork().next({ levers: levers['price'] ?? [] });

    expect(company.state()).toEqual(before);
  });

  test('changes no order without the product whose price is moved', () => {
    const usual = company.fork().next();
    const cheap = company.fork().next({ levers: levers['price'] ?? [] });

    const before = ordersBySession(usual, 123);
    const after = ordersBySession(cheap, 123);
    const changed = [...before].filter(([session, lines]) => after.has(session) && after.get(session) !== lines);
    expect(changed).toEqual([]);
    expect(rowsOf(cheap, 'sessions').length).toBe(rowsOf(usual, 'sessions').length);
  });

  test.each(Object.keys(levers))('changes nothing on the other side of the company when it moves %s', (name) => {
    const usual = company.fork().next();
    const moved = company.fork().next({ levers: levers[name] ?? [] });

    for (const table of [
      'code_scans',
      'ci_builds',
      'vulnerabilities',
      'email_sends',
      'social_posts',
      'content_items',
    ] as const) {
      expect(rowsOf(moved, table)).toEqual(rowsOf(usual, table));
    }
  });

  test('keeps every visitor when one more ad visitor comes', () => {
    const usual = company.fork().next();
    const more = company.fork().next({ levers: levers['ad budget'] ?? [] });

    const ids = new Set(rowsOf(more, 'sessions').map((session) => session['id']));
    const missing = rowsOf(usual, 'sessions').filter((session) => !ids.has(session['id']));
    expect(missing).toEqual([]);
    expect(ids.size).toBeGreaterThan(rowsOf(usual, 'sessions').length);
  });

  test('dates every fact within its day', () => {
    const twin = company.fork();
    const forward = new Set(['promised_at', 'expected_at', 'due_at', 'valid_to', 'hired_at']);
    for (let day = 0; day < 12; day += 1) {
      const { facts } = twin.next();
      const date = dateOf(facts.day);
      for (const rows of facts.inserts.values()) for (const row of rows) expectDates(row, date, forward);
      for (const { set } of facts.updates) expectDates(set, date, forward);
    }
  });
});

function expectDates(row: object, date: string, forward: ReadonlySet<string>): void {
  for (const [column, value] of Object.entries(row)) {
    if (!column.endsWith('_at') || typeof value !== 'string' || forward.has(column)) continue;
    // First contacts and first commits lie before the row that tells of them.
    if (column.startsWith('first_co')) expect(value <= `${date}T23:59:59Z`, `${column} ${value} on ${date}`).toBe(true);
    else expect(value.slice(0, 10), column).toBe(date);
  }
}

describe('levers', () => {
  function month(commands: LeverCommand[]): ReturnType<typeof createMemorySink>['figures'] {
    const twin = company.fork();
    const sink = createMemorySink();
    for (let day = 0; day < 28; day += 1) {
      const { facts, figures } = twin.next({ detail: 'none', levers: day === 0 ? commands : [] });
      sink.add(facts, figures);
    }
    return sink.figures;
  }
  function sum(
    figures: ReturnType<typeof month>,
    name: 'orders' | 'units' | 'sessions' | 'operatingCost' | 'adSpend'
  ): number {
    let total = 0;
    for (const day of figures) total += day[name];
    return total;
  }

  test('sells more of everything when every price falls', () => {
    const commands = company.state().products.map(({ id, price }): LeverCommand => ({
      kind: 'price',
      productId: id,
      price: price * 0.85,
      reason: 'test',
    }));
    const ratio = sum(month(commands), 'units') / sum(month([]), 'units');
    expect(ratio).toBeGreaterThan(1.15);
    expect(ratio).toBeLessThan(1.7);
  });

  test('brings fewer sessions per euro the more an ad budget grows', () => {
    const sessionsAt = (dailyBudget: number): number =>
      sum(month([{ kind: 'ad-budget', campaignId: 3, dailyBudget }]), 'sessions');
    const [none, half, full, double] = [sessionsAt(0), sessionsAt(30), sessionsAt(60), sessionsAt(120)] as const;
    expect(half - none).toBeGreaterThan(full - half);
    expect(full - half).toBeGreaterThan((double - full) / 2);
  });

  test('spends what an operating budget allows', () => {
    const lower = month([{ kind: 'operating-budget', department: 'tech', account: 'cloud', monthlyAmount: 100 }]);
    const saved = sum(month([]), 'operatingCost') - sum(lower, 'operatingCost');
    expect(saved).toBeGreaterThan(1500);
    expect(saved).toBeLessThan(1800);
  });

  test('refuses to step to any day but the next', () => {
    const state = company.state();
    expect(() => step(state, state.day + 2)).toThrow(/only step to the next one/);
    expect(() => step(state, state.day)).toThrow(/only step to the next one/);
  });
});

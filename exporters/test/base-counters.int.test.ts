import { baseCounterIds } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBaseCounters, type BaseCounters } from '../src/collectors/base-counters.ts';
import { askOn, euros, library, sessionSettings } from './fixtures/computing.ts';
import { fixtureShop } from './fixtures/shop.ts';

const at = (text: string): Date => new Date(`${text}Z`);

describe('the base counters', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let counters: BaseCounters;

  beforeAll(async () => {
    database = await fixtureShop();
    client = new pg.Client({ connectionString: database.url('company_owner') });
    await client.connect();
    await client.query(sessionSettings);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });
  beforeEach(() => {
    counters = createBaseCounters(library.counters);
  });

  const refresh = (asOf: Date): Promise<void> => counters.refresh(askOn(client), asOf, euros);

  function totals(id: string): Record<string, number> {
    const samples = counters.samples().filter((sample) => sample.id === id);
    return Object.fromEntries(samples.map(({ labels, total }) => [Object.values(labels).join('/'), total]));
  }

  async function rolledBack(changes: () => Promise<void>): Promise<void> {
    await client.query('BEGIN');
    try {
      await changes();
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it('count the facts of the company by their bounded labels', async () => {
    await refresh(at('2026-03-01T00:00:00'));
    expect(totals('sessions')).toEqual({ mobile: 150, desktop: 50 });
    expect(totals('orders')).toEqual({ direct: 3, search: 2, none: 4 });
    expect(totals('revenue')).toEqual({
      'direct/EUR': 80 + 120 + 999,
      'search/EUR': 200,
      'none/EUR': 80 + 2500 + 250 + 999,
    });
    expect(totals('ratings')).toEqual({ 3: 1, 4: 1, 5: 1 });
    expect(totals('pageLoads')).toEqual({ 'mobile/good': 101 });
    expect(totals('adSpend')).toEqual({ 'search/EUR': 10_000 });
    expect(totals('ticketReplies')).toEqual({ '': 2 });
    const seen = new Set(counters.samples().map(({ id }) => id));
    expect(baseCounterIds.filter((id) => !seen.has(id))).toEqual(['productViews']);
  });

  it('are a function of business time: in small steps or at once, before or after a restart', async () => {
    for (const day of ['10', '20', '21', '22', '24', '25', '26', '28']) await refresh(at(`2026-02-${day}T06:00:00`));
    const stepwise = counters.samples();
    counters = createBaseCounters(library.counters);
    await refresh(at('2026-02-28T06:00:00'));
    expect(counters.samples()).toEqual(expect.arrayContaining([...stepwise]));
    expect(counters.samples()).toHaveLength(stepwise.length);
  });

  it('count spend once its day is over', async () => {
    await refresh(at('2026-02-10T23:59:59'));
    expect(totals('adSpend')).toEqual({ 'search/EUR': 9_000 });
    await refresh(at('2026-02-11T00:00:00'));
    expect(totals('adSpend')).toEqual({ 'search/EUR': 10_000 });
  });

  it('take in a fact that arrives hours late', async () => {
    await refresh(at('2026-03-01T00:00:00'));
    await rolledBack(async () => {
      await client.query(`INSERT INTO reviews VALUES (3, '2026-02-28 12:00')`);
      await refresh(at('2026-03-01T00:01:00'));
      expect(totals('ratings')['3']).toBe(2);
    });
  });

  it('never fall, even when facts are deleted', async () => {
    await refresh(at('2026-03-01T00:00:00'));
    await rolledBack(async () => {
      await client.query('DELETE FROM csat_responses');
      await refresh(at('2026-03-01T00:01:00'));
      expect(totals('ratings')).toEqual({ 3: 1, 4: 1, 5: 1 });
    });
  });

  it('put label values beyond the bound together', async () => {
    await rolledBack(async () => {
      await client.query(
        `INSERT INTO tickets SELECT 1000 + n, 'channel ' || n, '2026-02-28' FROM generate_series(1, 50) n`
      );
      await refresh(at('2026-03-01T00:00:00'));
      expect(Object.keys(totals('tickets'))).toHaveLength(21);
      expect(totals('tickets')['other']).toBeGreaterThan(25);
    });
  });
});

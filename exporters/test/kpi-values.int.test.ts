import { kpiIds } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOn, definitions, euros, measureAll, sessionSettings } from './fixtures/computing.ts';
import { expectedValues, fixtureAsOf } from './fixtures/expected.ts';
import { emptyShop, fixtureShop } from './fixtures/shop.ts';

describe('the values of the KPIs', () => {
  let database: TestDatabase;
  let client: pg.Client;

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

  async function inTransaction<T>(changes: string, work: () => Promise<T>): Promise<T> {
    await client.query(`BEGIN; ${changes}`);
    try {
      return await work();
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it.each(kpiIds)('computes %s as on paper', async (id) => {
    const expected = expectedValues[id];
    const measured = (await measureAll(askOn(client), fixtureAsOf))[id];
    if (expected === null) expect(measured).toMatchObject({ value: null, reason: 'computed_from_prometheus' });
    else expect(measured.value).toBeCloseTo(expected, 4);
  });

  it('makes exactly the KPIs of a missing feed undefined, and says which feed', async () => {
    const measured = await inTransaction(`DELETE FROM source_feeds WHERE feed = 'returns'`, () =>
      measureAll(askOn(client), fixtureAsOf)
    );
    const blind = kpiIds.filter((id) => measured[id].reason === 'feed_missing_or_stale');
    expect(blind).toEqual(definitions.filter(({ feeds }) => feeds.includes('returns')).map(({ id }) => id));
    expect(measured.gross_margin.feeds).toEqual(['returns']);
  });

  it('defines nothing a week after the last load', async () => {
    const measured = await measureAll(askOn(client), new Date('2026-03-08T00:00:00Z'));
    expect(kpiIds.filter((id) => measured[id].value !== null)).toEqual([]);
  });

  it('is undefined before the history of a feed begins', async () => {
    const begins = `UPDATE source_feeds SET loaded_from = '2026-03-01 01:00' WHERE feed = 'csat'`;
    const measured = await inTransaction(begins, () => measureAll(askOn(client), fixtureAsOf));
    expect(measured.csat).toMatchObject({ value: null, reason: 'feed_missing_or_stale', feeds: ['csat'] });
  });

  it('has no CAC when money was spent on nobody', async () => {
    const nobody = `UPDATE customers SET first_order_at = '2024-01-01'`;
    const measured = await inTransaction(nobody, () => measureAll(askOn(client), fixtureAsOf));
    expect(measured.cac).toMatchObject({
      value: null,
      numerator: 1500,
      denominator: 0,
      reason: 'zero_denominator_or_no_data',
    });
  });

  it('has no runway while the company generates cash', async () => {
    const earning = `UPDATE cash_movements SET amount = 60000 WHERE kind = 'operating'`;
    const measured = await inTransaction(earning, () => measureAll(askOn(client), fixtureAsOf));
    expect(measured.burn_rate.value).toBe(-10_000);
    expect(measured.runway).toMatchObject({ value: null, reason: 'cash_generating' });
  });

  it('has no margin while a unit cost is missing, nor what rests on it', async () => {
    const missing = `UPDATE order_items SET unit_cost = NULL WHERE id = 1`;
    const measured = await inTransaction(missing, () => measureAll(askOn(client), fixtureAsOf));
    const lost = kpiIds.filter((id) => measured[id].reason === 'zero_denominator_or_no_data');
    expect(lost).toEqual(['roi_campaigns', 'ltv', 'gross_margin', 'inventory_turnover']);
  });

  it('says nothing on too few answers or page views', async () => {
    const few = `DELETE FROM ux_survey_responses WHERE ctid = (SELECT min(ctid) FROM ux_survey_responses);
      DELETE FROM web_vitals WHERE value_ms > 1980`;
    const measured = await inTransaction(few, () => measureAll(askOn(client), fixtureAsOf));
    expect([measured.ux_score.value, measured.frontend_p95_ms.value]).toEqual([null, null]);
  });

  describe('with an order in another currency', () => {
    const foreign = `INSERT INTO orders(id, customer_id, currency_code, total_net_amount, created_at)
      VALUES (900, 9, 'USD', 100, '2026-02-21')`;

    it('has no money KPI that the order touches, as long as there is no rate', async () => {
      const measured = await inTransaction(foreign, () => measureAll(askOn(client), fixtureAsOf));
      expect(measured.average_order_value).toMatchObject({ value: null, numerator: null, reason: 'mixed_currency' });
      expect(measured.conversion_rate.value).toBe(2);
    });

    it('converts with the last rate at or before the instant', async () => {
      const rates = `${foreign}; INSERT INTO exchange_rates VALUES
        ('USD', 'EUR', '2026-02-01', 9), ('USD', 'EUR', '2026-02-20', 0.5), ('USD', 'EUR', '2026-03-02', 7)`;
      const measured = await inTransaction(rates, () => measureAll(askOn(client), fixtureAsOf));
      expect(measured.average_order_value.value).toBe(90); // (400 + 50) ÷ 5
    });

    it('takes a rate of the company file like one of the table', async () => {
      const money = { ...euros, fileRates: JSON.stringify([{ currency: 'USD', rate_on: '2026-02-20', rate: 0.5 }]) };
      const measured = await inTransaction(foreign, () => measureAll(askOn(client), fixtureAsOf, money));
      expect(measured.average_order_value.value).toBe(90);
    });
  });
});

describe('a shop without a row', () => {
  it('defines only what is a true count once the feeds are fresh', async () => {
    const database = await emptyShop();
    const client = new pg.Client({ connectionString: database.url('company_owner') });
    await client.connect();
    await client.query(sessionSettings);
    const nothing = await measureAll(askOn(client), fixtureAsOf);
    const feeds = [...new Set(definitions.flatMap((definition) => definition.feeds))];
    await client.query(`INSERT INTO source_feeds(feed, loaded_through) SELECT unnest($1::text[]), $2`, [
      feeds,
      fixtureAsOf,
    ]);
    const fresh = await measureAll(askOn(client), fixtureAsOf);
    await client.end();
    await database.close();

    expect(kpiIds.filter((id) => nothing[id].value !== null)).toEqual([]);
    const defined = Object.fromEntries(
      kpiIds.flatMap((id) => (fresh[id].value === null ? [] : [[id, fresh[id].value]]))
    );
    expect(defined).toEqual({ content_velocity: 0, security_score: 100 });
  });
});

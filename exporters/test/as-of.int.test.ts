import { kpiIds } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOn, euros, library, measureAll, sessionSettings } from './fixtures/computing.ts';
import { fixtureAsOf } from './fixtures/expected.ts';
import { laterFacts } from './fixtures/later-facts.ts';
import { fixtureShop } from './fixtures/shop.ts';

const seed = 20_260_301;
const flowParameters = {
  from_day: '2025-12-01',
  to_day: '2026-03-02',
  margin_ratio: 0.45,
  currency: euros.currency,
  file_rates: euros.fileRates,
};

describe('facts dated after an instant', () => {
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

  async function flowsAt(asOf: Date): Promise<Record<string, unknown>> {
    const flows: Record<string, unknown> = {};
    for (const [id, { statement }] of library.flows) {
      flows[id] = await askOn(client)(statement, { ...flowParameters, as_of: asOf.toISOString() });
    }
    return flows;
  }

  async function afterFacts<T>(facts: readonly string[], laterSeconds: number, work: () => Promise<T>): Promise<T> {
    const later = new Date(fixtureAsOf.getTime() + laterSeconds * 1_000).toISOString();
    const day = `'${later.slice(0, 10)}'::date`;
    await client.query('BEGIN');
    try {
      for (const fact of facts) {
        await client.query(fact.replaceAll(':later_day', day).replaceAll(':later', `'${later}'::timestamptz`));
      }
      return await work();
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it(`change none of the 40 KPIs and no daily flow of it (seed ${String(seed)})`, async () => {
    const before = await measureAll(askOn(client), fixtureAsOf);
    const flowsBefore = await flowsAt(fixtureAsOf);
    const someFacts = fc.shuffledSubarray([...laterFacts], { minLength: 1 });
    const someTime = fc.integer({ min: 1, max: 40 * 86_400 });
    await fc.assert(
      fc.asyncProperty(someFacts, someTime, async (facts, laterSeconds) => {
        const after = await afterFacts(facts, laterSeconds, async () => ({
          values: await measureAll(askOn(client), fixtureAsOf),
          flows: await flowsAt(fixtureAsOf),
        }));
        expect(after.values).toEqual(before);
        expect(after.flows).toEqual(flowsBefore);
      }),
      { seed, numRuns: 25 }
    );
  });

  it('change none of them when all come together a second later', async () => {
    const before = await measureAll(askOn(client), fixtureAsOf);
    const after = await afterFacts(laterFacts, 1, () => measureAll(askOn(client), fixtureAsOf));
    expect(after).toEqual(before);
  });

  it('count once their time has come, each in the window of its KPI', async () => {
    const fresh = `UPDATE source_feeds SET loaded_through = '2028-01-01'`;
    const changed = new Set<string>();
    for (const days of [0.5, 2, 8, 40, 70, 400]) {
      const asOf = new Date(fixtureAsOf.getTime() + days * 86_400_000);
      const without = await afterFacts([fresh], 1, () => measureAll(askOn(client), asOf));
      const withFacts = await afterFacts([fresh, ...laterFacts], 1, () => measureAll(askOn(client), asOf));
      for (const id of kpiIds) {
        if (JSON.stringify(without[id]) !== JSON.stringify(withFacts[id])) changed.add(id);
      }
    }
    expect(kpiIds.filter((id) => !changed.has(id))).toEqual(['backend_p95_ms']);
  });
});

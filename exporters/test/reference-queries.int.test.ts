import { kpiIds, type KpiId } from '@ai-cos/catalog';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../src/collectors/measurement.ts';
import { askOn, euros, library, measureAll, sessionSettings } from './fixtures/computing.ts';
import { execute } from './fixtures/shop.ts';

const folder = new URL('../../../shared/kpis/', import.meta.url);
const missing = !existsSync(new URL('queries.sql', folder));
const asOf = '2026-06-15T00:00:00Z';

/** The rows of the reference's own fixture test, without its checks. */
function referenceFacts(): string {
  const text = readFileSync(new URL('fixture-test.sql', folder), 'utf8');
  const facts = text.slice(text.indexOf('-- 3. The fixture.'), text.indexOf('CREATE TEMP TABLE want'));
  return `SET search_path = shop; SET TimeZone = 'UTC';
    INSERT INTO source_feeds SELECT DISTINCT feed, timestamptz '${asOf}' FROM kpi_feeds; ${facts}`;
}

interface ReferenceValue {
  readonly kpi: KpiId;
  readonly value: string | null;
  readonly num: string | null;
  readonly den: string | null;
  readonly sample: string | null;
  readonly reason: string | null;
}

function number(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function reasonOf({ reason, feeds }: Measurement): string | null {
  return feeds.length === 0 ? reason : `${String(reason)}:${feeds.join(',')}`;
}

function comparison(): void {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    const sql = ['source-schema.sql', 'queries.sql'].map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const migrate = (url: string) => execute(url, `${sql.join('\n')}\n${referenceFacts()}`);
    database = await createTestDatabase({ kind: 'company', migrate });
    client = new pg.Client({ connectionString: database.url('company_owner') });
    await client.connect();
    await client.query(sessionSettings);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  async function compare(at: string, currency: string): Promise<void> {
    const { rows } = await client.query<ReferenceValue>('SELECT * FROM kpi_values_gated($1, $2)', [at, currency]);
    const measured = await measureAll(askOn(client), new Date(at), { ...euros, currency });
    expect(rows.map(({ kpi }) => kpi).toSorted()).toEqual([...kpiIds].toSorted());
    for (const row of rows) {
      const own = measured[row.kpi];
      const stale = row.reason?.startsWith('feed_missing') === true;
      expect({ kpi: row.kpi, reason: stale || row.kpi !== 'backend_p95_ms' ? reasonOf(own) : row.reason }).toEqual({
        kpi: row.kpi,
        reason: row.kpi === 'backend_p95_ms' && stale ? 'computed_from_prometheus' : row.reason,
      });
      if (row.value === null) expect(own.value, row.kpi).toBeNull();
      else {
        expect(own.value, row.kpi).toBeCloseTo(Number(row.value), 9);
        expect([own.numerator, own.denominator], row.kpi).toEqual([number(row.num), number(row.den)]);
      }
    }
  }

  it.each([
    [asOf, 'EUR'],
    ['2026-06-14T13:37:00Z', 'EUR'],
    ['2026-06-12T00:00:00Z', 'EUR'],
    ['2026-05-20T06:00:00Z', 'EUR'],
    ['2026-06-30T00:00:00Z', 'EUR'],
    [asOf, 'USD'],
  ])('gives the same values, parts and reasons as of %s in %s', async (at, currency) => {
    await compare(at, currency);
  });

  it('gives the same daily flows', async () => {
    const [from, to] = ['2026-04-15', '2026-06-16'];
    const { rows } = await client.query<Record<string, string | null>>(
      `SELECT kpi, to_char(day, 'YYYY-MM-DD') AS iso_day, num, den, value, sample
       FROM kpi_flows($1, $2, $3) ORDER BY kpi, day`,
      [from, to, asOf]
    );
    const margin = await client.query<{ ratio: string }>(
      `SELECT num / nullif(den, 0) AS ratio FROM kpi_values($1::timestamptz, NULL, ARRAY['gross_margin'])`,
      [from]
    );
    const parameters = {
      as_of: asOf,
      currency: euros.currency,
      file_rates: euros.fileRates,
      from_day: from,
      to_day: to,
      margin_ratio: margin.rows[0]?.ratio ?? null,
    };
    for (const [id, { statement }] of library.flows) {
      const own = await askOn(client)(statement, parameters);
      const reference = rows.filter((row) => row['kpi'] === id);
      expect(
        own.map((row) => [row['iso_day'], number(row['sample_size'] as string | null)]),
        id
      ).toEqual(reference.map((row) => [row['iso_day'], number(row['sample'] ?? null)]));
      for (const [index, row] of reference.entries()) {
        const mine = own[index];
        for (const [column, name] of [
          ['value', 'value'],
          ['num', 'numerator'],
          ['den', 'denominator'],
        ] as const) {
          const wanted = row[column] ?? null;
          // The reference blanks all three when a day has no inventory or no rate.
          if (wanted !== null)
            expect(Number(mine?.[name]), `${id} ${String(row['iso_day'])} ${name}`).toBeCloseTo(Number(wanted), 6);
        }
      }
    }
  });
}

if (missing) {
  it('compares the default queries with the reference functions', (context) => {
    context.skip('skipped: ../shared/kpis/queries.sql is not here');
  });
} else describe('the default queries beside the reference functions', comparison);

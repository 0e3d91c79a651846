import { KpisResponse, KpiValuesResponse } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson, getText, runExporters, textFile } from './fixtures/exporters.ts';
import { emptyShop, execute, fixtureShop } from './fixtures/shop.ts';

describe('a query of the company', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await fixtureShop();
  });
  afterAll(() => database.close());

  function run(kpisFile: string, environment: Record<string, string> = {}) {
    return runExporters(database, { AICOS_KPIS_FILE: textFile('kpis.yaml', kpisFile), ...environment });
  }

  async function readings(url: string) {
    return KpisResponse.parse((await getJson(`${url}/kpis`)).body).kpis;
  }

  it('replaces the default one, past values included', async () => {
    const exporters = await run(`
kpis:
  csat:
    query: |
      SELECT avg(rating) AS value, count(*) AS sample_size
      FROM shop.reviews WHERE created_at <= :as_of
`);
    const csat = (await readings(exporters.url)).find(({ id }) => id === 'csat');
    const query = 'from=2026-02-19T00:00:00Z&to=2026-02-21T00:00:00Z&step=86400';
    const history = KpiValuesResponse.parse((await getJson(`${exporters.url}/kpis/csat/values?${query}`)).body);
    await exporters.close();
    expect(csat).toMatchObject({ value: 3, sampleSize: 1, status: 'critical', reason: null });
    expect(history.points.map(({ value }) => value)).toEqual([null, 3, 3]);
  });

  it.each([
    ['does not parse', 'SELECT value FRM nowhere', 'syntax error'],
    ['names a table that is not there', 'SELECT 1 AS value FROM nowhere', 'relation "nowhere" does not exist'],
    ['has no value', 'SELECT 1 AS score', 'no column named value'],
    ['has a value that is no number', `SELECT 'good' AS value`, 'not a number'],
    ['has a column nobody reads', 'SELECT 1 AS value, 2 AS cost', 'a column cost'],
    ['would write', 'DELETE FROM shop.orders RETURNING 1 AS value', 'syntax error'],
  ])('stops the start when it %s', async (_case, query, message) => {
    const start = run(`kpis:\n  cac:\n    target: 30\n    query: ${query}\n`);
    await expect(start).rejects.toThrow(/kpis\.yaml:4 kpis\.cac\.query: /);
    await expect(start).rejects.toThrow(message);
  });

  it('cannot write even through a function', async () => {
    await execute(
      database.url('company_owner'),
      `CREATE FUNCTION shop.spoil() RETURNS int LANGUAGE sql AS 'DELETE FROM shop.reviews; SELECT 1'`
    );
    const exporters = await run('kpis:\n  cac:\n    query: SELECT shop.spoil() AS value\n');
    const cac = (await readings(exporters.url)).find(({ id }) => id === 'cac');
    await exporters.close();
    expect(cac).toMatchObject({ value: null, status: 'undefined', reason: 'query_failed' });
  });

  it('gives one series per store of the company file, and none for any other', async () => {
    const company = textFile('company.yaml', 'stores: [lyon, paris]\n');
    const query = `SELECT score AS value, score * 10 AS sample_size, store
      FROM (VALUES (4.5, 'lyon'), (3.0, 'paris'), (1.0, 'atlantis')) s(score, store)`;
    const exporters = await run(`kpis:\n  csat:\n    query: |\n      ${query}\n`, { AICOS_COMPANY_FILE: company });
    const text = await getText(`${exporters.url}/metrics`);
    await exporters.close();
    expect(text).toContain('aicos_csat_points{store="lyon"} 4.5');
    expect(text).toContain('aicos_kpi_status{kpi="csat",store="paris",status="critical"} 1');
    expect(text).not.toContain('atlantis');
  });

  it('reads another database when it names one', async () => {
    const erp = await emptyShop();
    await execute(erp.url('company_owner'), `INSERT INTO shop.company_settings(currency_code) VALUES ('CHF')`);
    const file =
      'sources:\n  erp:\n    url: ${ERP_URL}\nkpis:\n  csat:\n    source: erp\n    query: SELECT 4.2 AS value, 30 AS sample_size\n';
    const exporters = await run(file, { ERP_URL: erp.url('company_reader') });
    const all = await readings(exporters.url);
    await exporters.close();
    await erp.close();
    expect(all.find(({ id }) => id === 'csat')).toMatchObject({ value: 4.2, status: 'ok' });
    expect(all.find(({ id }) => id === 'conversion_rate')).toMatchObject({ value: 2 });
  });

  it('leaves out a KPI that is switched off', async () => {
    const exporters = await run('kpis:\n  csat:\n    enabled: false\n');
    const text = await getText(`${exporters.url}/metrics`);
    const csat = (await readings(exporters.url)).find(({ id }) => id === 'csat');
    await exporters.close();
    expect(text).not.toContain('kpi="csat"');
    expect(csat).toMatchObject({ value: null, reason: 'switched_off' });
  });
});

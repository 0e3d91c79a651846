import { KpisResponse, type KpiId } from '@ai-cos/catalog';
import { importOlist } from '@ai-cos/demo';
import { loadConfig, startExporters, type Exporters } from '@ai-cos/exporters';
import { createLogger, createPool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absenceOf, dataSetFolder } from '../data-folder.ts';
import { olistFigures, type OlistFigures } from './independent-kpis.ts';

const dataSet = 'olist_sample';
const folder = dataSetFolder(dataSet);
const asOf = '2018-08-01T00:00:00Z';
const log = createLogger('olist-test', 'silent');

function importedCompany(sample: string): void {
  let database: TestDatabase;
  let exporters: Exporters;
  let figures: OlistFigures;

  beforeAll(async () => {
    const migrate = async (url: string): Promise<void> => {
      const pool = createPool({ url, applicationName: 'olist-import', max: 2, onError: (error) => log.error(error) });
      await importOlist(pool, sample);
      await pool.end();
    };
    database = await createTestDatabase({ kind: 'company', migrate });
    figures = olistFigures(sample, new Date(asOf));
    const config = loadConfig({
      AICOS_SOURCE_URL: database.url('company_reader'),
      AICOS_CLOCK: `fixed:${asOf}`,
      AICOS_EXPORTERS_PORT: '0',
    });
    exporters = await startExporters(config, log);
    await exporters.scheduler.runOnce();
  });
  afterAll(async () => {
    await exporters.close();
    await database.close();
  });

  async function answer() {
    return KpisResponse.parse(await (await fetch(`${exporters.url}/kpis`)).json());
  }

  async function value(id: KpiId): Promise<number | null | undefined> {
    return (await answer()).kpis.find((kpi) => kpi.id === id)?.value;
  }

  /** One figure over all orders, straight from the imported tables. */
  async function figure(sql: string): Promise<number> {
    const client = new pg.Client({ connectionString: database.url('company_reader') });
    await client.connect();
    const { rows } = await client.query<{ figure: string }>(sql);
    await client.end();
    return Number(rows[0]?.figure);
  }

  it('defines the KPIs whose feeds exist and no other, each of those with a reason', async () => {
    const { kpis } = await answer();
    const defined = kpis.filter((kpi) => kpi.value !== null).map(({ id }) => id);
    expect(defined).toEqual(['average_order_value', 'fulfillment_time', 'catalog_coverage', 'csat']);
    const silent = kpis.filter((kpi) => kpi.value === null && (kpi.reason === null || kpi.status !== 'undefined'));
    expect(silent).toEqual([]);
  });

  it('computes the order value that the files give, in BRL', async () => {
    const { kpis, reportingCurrency } = await answer();
    expect(reportingCurrency).toBe('BRL');
    expect(kpis.find(({ id }) => id === 'average_order_value')).toMatchObject({ currency: 'BRL' });
    expect((await value('average_order_value'))?.toFixed(4)).toBe(figures.averageOrderValue.toFixed(4));
    const text = await (await fetch(`${exporters.url}/metrics`)).text();
    expect(text).toContain(`aicos_average_order_value_amount{currency="BRL"} `);
  });

  it('computes the median time to shipment that the files give', async () => {
    expect((await value('fulfillment_time'))?.toFixed(4)).toBe(figures.fulfillmentMedianHours.toFixed(4));
  });

  it('computes the satisfaction that the files give', async () => {
    expect((await value('csat'))?.toFixed(4)).toBe(figures.csat.toFixed(4));
  });

  it('computes the share of the catalogue sold that the files give', async () => {
    expect((await value('catalog_coverage'))?.toFixed(4)).toBe(figures.catalogCoverage.toFixed(4));
  });

  it('holds the on-time share and the cancellations of the files', async () => {
    const onTime = await figure(`
      SELECT 100.0 * count(*) FILTER (WHERE f.delivered_at <= o.promised_at) / count(*) AS figure
      FROM shop.orders o JOIN shop.fulfillments f ON f.order_id = o.id
      WHERE o.status = 'delivered' AND f.delivered_at IS NOT NULL`);
    const canceled = await figure(`SELECT count(*) AS figure FROM shop.orders WHERE canceled_at IS NOT NULL`);
    expect(onTime.toFixed(4)).toBe(figures.onTimePercent.toFixed(4));
    expect(canceled).toBe(figures.canceledOrders);
  });

  it('has no money KPI in a currency without a rate', async () => {
    const config = loadConfig({
      AICOS_SOURCE_URL: database.url('company_reader'),
      AICOS_CLOCK: `fixed:${asOf}`,
      AICOS_EXPORTERS_PORT: '0',
    });
    const inEuros = await startExporters({ ...config, statedCurrency: 'EUR' }, log);
    await inEuros.scheduler.runOnce();
    const { kpis } = KpisResponse.parse(await (await fetch(`${inEuros.url}/kpis`)).json());
    await inEuros.close();
    expect(kpis.filter(({ reason }) => reason === 'mixed_currency').map(({ id }) => id)).toEqual([
      'average_order_value',
    ]);
  });
}

if (folder === undefined) {
  it('computes the KPIs of the Olist sample', (context) => {
    context.skip(absenceOf(dataSet));
  });
} else {
  const sample = folder;
  describe('exporters on the Olist sample', () => {
    importedCompany(sample);
  });
}

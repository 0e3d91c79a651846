import { KpisResponse, type KpiId } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exporters } from '../src/app.ts';
import { cuttableWay, type CuttableWay } from './fixtures/cut-off.ts';
import { getJson, getText, runExporters, textFile } from './fixtures/exporters.ts';
import { fixtureShop } from './fixtures/shop.ts';

const kpisFile =
  'sources:\n  erp:\n    url: ${ERP_URL}\nkpis:\n  csat:\n    source: erp\n  resolution_rate:\n    source: erp\n';

describe('a source that is lost', () => {
  let database: TestDatabase;
  let way: CuttableWay;
  let exporters: Exporters;

  beforeAll(async () => {
    database = await fixtureShop();
    way = await cuttableWay(database.url('company_reader'));
    exporters = await runExporters(database, {
      AICOS_KPIS_FILE: textFile('kpis.yaml', kpisFile),
      ERP_URL: way.url,
    });
  });
  afterAll(async () => {
    await exporters.close();
    await way.close();
    await database.close();
  });

  async function reading(id: KpiId) {
    const { kpis } = KpisResponse.parse((await getJson(`${exporters.url}/kpis`)).body);
    return kpis.find((kpi) => kpi.id === id);
  }

  /** Refreshes as the ticks would, until the condition holds: a source is asked at most every 5 s. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    await expect.poll(holds, { timeout: 14_000, interval: 100 }).toBe(true);
  }

  it('makes only its own KPIs undefined, and they come back by themselves', { timeout: 40_000 }, async () => {
    expect(await reading('csat')).toMatchObject({ value: 4, status: 'warning' });

    await way.cut();
    await until(async () => (await reading('csat'))?.reason === 'source_unavailable');
    expect(await reading('resolution_rate')).toMatchObject({ value: null, status: 'undefined' });
    expect(await reading('conversion_rate')).toMatchObject({ value: 2, reason: null });
    await exporters.context.pages.render();
    const text = await getText(`${exporters.url}/metrics`);
    expect(text).not.toMatch(/^aicos_csat_points/m);
    expect(text).toContain('aicos_kpi_undefined_info{kpi="csat",reason="source_unavailable"} 1');
    expect(text).toContain('aicos_collector_success{collector="support"} 0');

    await way.mend();
    await until(async () => (await reading('csat'))?.value === 4);
    expect(await reading('csat')).toMatchObject({ status: 'warning', reason: null });
  });

  it('answers 503 to a question about the past meanwhile', async () => {
    await way.cut();
    const { status, body } = await getJson(`${exporters.url}/kpis/csat/values`);
    const batch = await getJson(`${exporters.url}/values?step=8640000`);
    await way.mend();
    expect(batch.body).toMatchObject({ without: ['resolution_rate', 'csat'] });
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'source_unavailable' });
  });
});

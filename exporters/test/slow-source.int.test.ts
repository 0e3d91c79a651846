import { KpisResponse } from '@ai-cos/catalog';
import { expect, it } from 'vitest';
import { getJson, runExporters, textFile } from './fixtures/exporters.ts';
import { fixtureShop } from './fixtures/shop.ts';

const kpisFile = `
sources:
  slow: { url: "\${SLOW_URL}", timeoutSeconds: 0.3 }
kpis:
  csat:
    source: slow
    query: SELECT 4 AS value FROM pg_sleep(5)
`;

it('gives up a query after the time limit of its source and computes the others', async () => {
  const database = await fixtureShop();
  const exporters = await runExporters(database, {
    AICOS_KPIS_FILE: textFile('kpis.yaml', kpisFile),
    SLOW_URL: database.url('company_reader'),
  });
  const { kpis } = KpisResponse.parse((await getJson(`${exporters.url}/kpis`)).body);
  await exporters.close();
  await database.close();
  expect(kpis.find(({ id }) => id === 'csat')).toMatchObject({ value: null, reason: 'query_timed_out' });
  expect(kpis.filter(({ status }) => status !== 'undefined').length).toBeGreaterThan(25);
});

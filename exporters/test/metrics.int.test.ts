import { kpiIds, kpis, metricFamilyOf } from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exporters } from '../src/app.ts';
import { getText, openCompany, runExporters, textFile } from './fixtures/exporters.ts';
import { emptyShop, execute, fixtureShop } from './fixtures/shop.ts';
import { promtool } from './fixtures/promtool.ts';

/** The families of the company without those of the process, durations and wall times blanked. */
function stable(text: string): string {
  return text
    .split('\n')
    .filter((line) => / aicos_|^aicos_/.test(line))
    .map((line) =>
      /^aicos_(collector_duration_seconds|kpi_last_computed_timestamp_seconds)/.test(line)
        ? line.replace(/ \S+$/, ' *')
        : line
    )
    .map((line) => line.replace(/definition_version="[0-9a-f]+"/, 'definition_version="*"'))
    .join('\n');
}

function seriesNames(text: string): string[] {
  return [...new Set(text.split('\n').flatMap((line) => /^(aicos_\w+)/.exec(line)?.[1] ?? []))];
}

describe('/metrics', () => {
  let database: TestDatabase;
  let exporters: Exporters;

  beforeAll(async () => {
    database = await fixtureShop();
    exporters = await runExporters(database, { AICOS_COMPANY_FILE: textFile('company.yaml', openCompany) });
  });
  afterAll(async () => {
    await exporters.close();
    await database.close();
  });

  it('shows the fixture shop as the golden file does', async () => {
    const text = await getText(`${exporters.url}/metrics`);
    await expect(stable(text)).toMatchFileSnapshot('golden/fixture-shop.prom');
  });

  it('has a series for every defined KPI and none for an undefined one', async () => {
    const text = await getText(`${exporters.url}/metrics`);
    const absent = kpiIds.filter((id) => !seriesNames(text).includes(kpis[id].metric));
    expect(absent).toEqual(['backend_p95_ms']);
    expect(text).toContain('aicos_kpi_undefined_info{kpi="backend_p95_ms",reason="computed_from_prometheus"} 1');
  });

  it('uses no name that the catalog does not know', async () => {
    const text = await getText(`${exporters.url}/metrics`);
    expect(seriesNames(text).filter((name) => metricFamilyOf(name) === undefined)).toEqual([]);
  });

  it('has exactly one status per KPI', async () => {
    const text = await getText(`${exporters.url}/metrics`);
    for (const id of kpiIds) {
      const on = text
        .split('\n')
        .filter((line) => line.startsWith(`aicos_kpi_status{kpi="${id}"`) && line.endsWith(' 1'));
      expect(on, id).toHaveLength(1);
    }
  });

  it('passes the checks of promtool', async (context) => {
    const text = await getText(`${exporters.url}/metrics`);
    const result = await promtool(['check', 'metrics'], text);
    if (result === undefined) {
      context.skip('skipped: promtool is not here; npm test fetches it');
      return;
    }
    expect(result).toEqual({ code: 0, output: '' });
  });

  it('drops a KPI that becomes undefined and says why', async () => {
    const owner = database.url('company_owner');
    await execute(owner, `DELETE FROM shop.source_feeds WHERE feed = 'csat'`);
    const other = await runExporters(database);
    const text = await getText(`${other.url}/metrics`);
    await other.close();
    await execute(owner, `INSERT INTO shop.source_feeds(feed, loaded_through) VALUES ('csat', '2026-03-01')`);
    expect(text).not.toMatch(/^aicos_csat_points/m);
    expect(text).toContain('aicos_kpi_undefined_info{kpi="csat",reason="feed_missing_or_stale"} 1');
    expect(text).toContain('aicos_kpi_status{kpi="csat",status="undefined"} 1');
  });
});

describe('/metrics of an empty shop', () => {
  it('has no value, no zero and no counter', async () => {
    const database = await emptyShop();
    const exporters = await runExporters(database);
    const names = seriesNames(await getText(`${exporters.url}/metrics`));
    await exporters.close();
    await database.close();
    expect(names.filter((name) => kpiIds.some((id) => kpis[id].metric === name))).toEqual([]);
    expect(names.filter((name) => name.endsWith('_total') && name !== 'aicos_collector_errors_total')).toEqual([]);
    expect(names).not.toContain('aicos_health_ratio');
  });
});

describe('/metrics/restricted', () => {
  it('serves finance and people only to the bearer of the token', async () => {
    const database = await fixtureShop();
    const exporters = await runExporters(database, { AICOS_RESTRICTED_TOKEN_FILE: textFile('token', 'let-me-in\n') });
    const open = await getText(`${exporters.url}/metrics`);
    const refused = await fetch(`${exporters.url}/metrics/restricted`, { headers: { authorization: 'Bearer guess' } });
    const restricted = await getText(`${exporters.url}/metrics/restricted`, { authorization: 'Bearer let-me-in' });
    await exporters.close();
    await database.close();
    expect(open).not.toMatch(/burn_rate|runway|employee_retention/);
    expect(refused.status).toBe(401);
    expect(restricted).toContain('aicos_burn_rate_amount_per_month{currency="EUR"} 30000');
    expect(restricted).not.toContain('aicos_csat_points');
  });
});

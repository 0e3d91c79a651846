import {
  baseCounterIds,
  baseCounters,
  CountersResponse,
  kpiIds,
  kpis,
  KpisResponse,
  KpiValuesResponse,
  type KpiId,
} from '@ai-cos/catalog';
import type { TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Exporters } from '../src/app.ts';
import { expectedValues } from './fixtures/expected.ts';
import { getJson, openCompany, runExporters, textFile } from './fixtures/exporters.ts';
import { fixtureShop } from './fixtures/shop.ts';

const dayMs = 86_400_000;

describe('the JSON interface', () => {
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

  async function values(id: string, query: string) {
    return KpiValuesResponse.parse((await getJson(`${exporters.url}/kpis/${id}/values?${query}`)).body);
  }

  it('serves all 40 KPIs in the agreed form', async () => {
    const answer = KpisResponse.parse((await getJson(`${exporters.url}/kpis`)).body);
    expect(answer.kpis.map(({ id }) => id)).toEqual(kpiIds);
    expect(answer).toMatchObject({ asOf: '2026-03-01T00:00:00.000Z', simulated: true, reportingCurrency: 'EUR' });
    expect(answer.health.find(({ scope }) => scope === 'global')).toMatchObject({ name: 'all', coverage: 0.97 });
    expect(answer.kpis.find(({ id }) => id === 'cac')).toMatchObject({
      value: 37.5,
      currency: 'EUR',
      numerator: 1500,
      denominator: 40,
      status: 'ok',
      stage: 'act',
    });
  });

  it('computes a value of the past from the facts of its time', async () => {
    const { points } = await values(
      'shipping_accuracy',
      'from=2026-02-14T00:00:00Z&to=2026-02-16T00:00:00Z&step=86400'
    );
    expect(points.map(({ at, value }) => [at.slice(0, 10), value])).toEqual([
      ['2026-02-14', null],
      ['2026-02-15', 75],
      ['2026-02-16', 75],
    ]);
  });

  it('stops at the present', async () => {
    const { points } = await values('csat', 'from=2026-02-28T00:00:00Z&to=2027-01-01T00:00:00Z&step=86400');
    expect(points.map(({ at }) => at.slice(0, 10))).toEqual(['2026-02-28', '2026-03-01']);
  });

  it.each([
    ['conversion_rate', 28, 0],
    ['cart_abandonment', 7, 1],
    ['average_order_value', 28, 0],
    ['cac', 30, 0],
    ['email_open_rate', 7, 2],
    ['gross_margin', 28, 0],
    ['payment_delay', 90, 0],
    ['shipping_accuracy', 28, 14],
    ['resolution_rate', 7, 7],
    ['csat', 28, 0],
  ] as const)('gives daily flows of %s that add up to the KPI of their window', async (id, days, matureDays) => {
    const end = Date.parse('2026-03-01T00:00:00Z') - matureDays * dayMs;
    const span = `from=${new Date(end - days * dayMs).toISOString()}&to=${new Date(end).toISOString()}&flow=true`;
    const { points } = await values(id, span);
    let numerator = 0;
    let denominator = 0;
    for (const point of points) {
      numerator += point.numerator ?? 0;
      denominator += point.denominator ?? 0;
    }
    const scale = kpis[id].unit === 'percent' ? 100 : 1;
    expect((scale * numerator) / denominator).toBeCloseTo(expectedValues[id] ?? Number.NaN, 4);
    expect(points.every(({ matured }) => matured)).toBe(true);
  });

  it('does not call a day matured before its cohort is', async () => {
    const { points } = await values('resolution_rate', 'from=2026-02-18T00:00:00Z&to=2026-03-01T00:00:00Z&flow=true');
    expect(points.map(({ at, matured }) => [at.slice(0, 10), matured])).toEqual([
      ['2026-02-18', true],
      ['2026-02-25', false],
    ]);
  });

  it('gives a level by the end of each day, without parts that must not be added up', async () => {
    const { points } = await values('stock_rupture', 'from=2026-02-27T00:00:00Z&to=2026-03-01T00:00:00Z&flow=true');
    expect(points).toMatchObject([
      { at: '2026-02-27T00:00:00.000Z', value: 0, numerator: null },
      { at: '2026-02-28T00:00:00.000Z', value: 33.3333, denominator: null, matured: true },
    ]);
  });

  it('serves the history of all KPIs at once, the same as one by one', async () => {
    const query = 'from=2026-02-20T00:00:00Z&to=2026-03-01T00:00:00Z&step=86400';
    const { body } = await getJson(`${exporters.url}/values?${query}`);
    const all = z.object({ kpis: z.array(KpiValuesResponse) }).parse(body).kpis;
    expect(all.map(({ id }) => id)).toEqual(kpiIds);
    expect(all.find(({ id }) => id === 'csat')?.points).toEqual((await values('csat', query)).points);
  });

  it('gives the running totals of the past, which end where the scraped ones are', async () => {
    const query = 'from=2026-02-19T00:00:00Z&to=2026-03-01T00:00:00Z&step=43200';
    const { counters } = CountersResponse.parse((await getJson(`${exporters.url}/counters?${query}`)).body);
    const orders = counters.find(({ name, labels }) => name === 'aicos_orders_total' && labels['channel'] === 'direct');
    expect(orders?.points[0]).toEqual({ at: '2026-02-20T00:00:00.000Z', total: 3 });
    const scraped = exporters.context.counters.samples().map(({ id, labels, total }) => ({ id, labels, total }));
    const ended = counters.map(({ name, labels, points }) => ({
      id: baseCounterIds.find((id) => baseCounters[id].name === name),
      labels,
      total: points.at(-1)?.total,
    }));
    expect(ended).toEqual(expect.arrayContaining(scraped));
    expect(ended).toHaveLength(scraped.length);
  });

  it('accepts every spelling of a KPI', async () => {
    const ids: KpiId[] = [];
    for (const name of ['backendP95', 'average-order-value', 'techDebt'])
      ids.push((await values(name, 'step=8640000')).id);
    expect(ids).toEqual(['backend_p95_ms', 'average_order_value', 'tech_debt_score']);
  });

  it.each([
    ['an unknown KPI', '/kpis/luck/values', 404, 'unknown_kpi'],
    ['a date that is none', '/kpis/csat/values?from=yesterday', 422, 'invalid_request'],
    [
      'a span that ends before it begins',
      '/kpis/csat/values?from=2026-03-01T00:00:00Z&to=2026-02-01T00:00:00Z',
      422,
      'invalid_request',
    ],
    ['too many points', '/kpis/csat/values?from=2020-01-01T00:00:00Z&step=60', 422, 'invalid_request'],
    ['a path that is none', '/kpi', 404, 'not_found'],
  ])('refuses %s', async (_case, path, status, code) => {
    const answer = await getJson(`${exporters.url}${path}`);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('is alive and ready', async () => {
    expect((await getJson(`${exporters.url}/healthz`)).status).toBe(200);
    expect(await getJson(`${exporters.url}/readyz`)).toEqual({ status: 200, body: { status: 'ok', waitingFor: [] } });
  });
});

describe('restricted KPIs', () => {
  it('are blank in the JSON interface without the token', async () => {
    const database = await fixtureShop();
    const exporters = await runExporters(database, { AICOS_RESTRICTED_TOKEN_FILE: textFile('token', 'let-me-in') });
    const burnRate = async (headers: Record<string, string>) =>
      KpisResponse.parse((await getJson(`${exporters.url}/kpis`, headers)).body).kpis.find(
        ({ id }) => id === 'burn_rate'
      );
    const blank = await burnRate({});
    const open = await burnRate({ authorization: 'Bearer let-me-in' });
    const past = await getJson(`${exporters.url}/kpis/burn_rate/values`);
    await exporters.close();
    await database.close();
    expect(blank).toMatchObject({
      value: null,
      numerator: null,
      score: null,
      status: 'undefined',
      reason: 'restricted',
    });
    expect(open).toMatchObject({ value: 30_000 });
    expect(past.status).toBe(401);
  });
});

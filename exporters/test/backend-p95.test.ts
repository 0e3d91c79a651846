import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureBackendP95, rateWindow } from '../src/collectors/backend-p95.ts';
import { backendPoints } from '../src/history/backend-history.ts';
import { createPrometheus } from '../src/sources/prometheus.ts';

type Result = { metric: Record<string, string>; value?: [number, string]; values?: [number, string][] }[];

describe('backend_p95_ms', () => {
  const config = { url: '', daySeconds: 20, scrapeSeconds: 5 };
  let server: Server;
  let url: string;
  let answer: (query: string) => Result;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams.get('query') ?? '';
      response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: answer(query) } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
  });

  it('takes five minutes on the axis of the company, but never fewer than four scrapes', () => {
    expect(rateWindow({ ...config, daySeconds: 86_400, scrapeSeconds: 15 })).toBe('300s');
    expect(rateWindow(config)).toBe('20s');
  });

  it('is the quantile of the histogram in milliseconds, with its requests as sample', async () => {
    answer = (query) => [{ metric: {}, value: [1, query.startsWith('histogram_quantile') ? '0.2475' : '119.6'] }];
    const measured = await measureBackendP95(createPrometheus(url), config);
    expect(measured).toMatchObject({ value: 247.5, sampleSize: 120, reason: null });
  });

  it.each([
    ['without requests', [{ metric: {}, value: [1, 'NaN'] as [number, string] }]],
    ['without a histogram', []],
  ])('is undefined %s', async (_case, result) => {
    answer = () => result;
    const measured = await measureBackendP95(createPrometheus(url), config);
    expect(measured).toMatchObject({ value: null, reason: 'zero_denominator_or_no_data' });
  });

  it('fails when Prometheus does not answer', async () => {
    await expect(measureBackendP95(createPrometheus('http://127.0.0.1:1'), config)).rejects.toThrow();
  });

  it('finds its past by the business time that was scraped with each value', async () => {
    const now = new Date('2026-06-15T00:00:00Z');
    const asOf = (day: number): string => String(Date.parse(`2026-06-${String(day)}T00:00:00Z`) / 1_000);
    answer = (query) =>
      query.includes('as_of')
        ? [
            {
              metric: {},
              values: [
                [100, asOf(13)],
                [120, asOf(14)],
              ],
            },
          ]
        : [
            {
              metric: {},
              values: [
                [100, '0.2'],
                [120, '0.3'],
                [140, '0.9'],
              ],
            },
          ];
    const times = [12, 13, 14].map((day) => new Date(`2026-06-${String(day)}T00:00:00Z`));
    const options = { prometheus: createPrometheus(url), config, now, wallNow: new Date(1_000_000) };
    const points = await backendPoints(times, 86_400, options);
    expect(points.map(({ value }) => value)).toEqual([null, 200, 300]);
  });
});

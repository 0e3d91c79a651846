import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemorySink, history as liveHistory, migrate, seedCompany, warmedUp } from '@ai-cos/demo';
import { createPool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import type { CompanyHistory } from '@ai-cos/agent-runner/simulation/history/company-history.ts';
import { sqlHistorySource } from '@ai-cos/agent-runner/simulation/history/sql-history-source.ts';
import { historyOf } from './twin-history.ts';

const plan = { seed: 5, scale: 0.25, endDay: 20_600, months: 3, sessionMonths: 1 };

let database: TestDatabase;
let exporters: Server;
let fromSql: CompanyHistory;
let fromMemory: CompanyHistory;

beforeAll(async () => {
  database = await createTestDatabase({
    kind: 'company',
    migrate: async (url) => {
      const pool = createPool({ url, applicationName: 'test', onError: () => undefined });
      await migrate(pool);
      await seedCompany(pool, { plan, daySeconds: 20, onProgress: () => undefined });
      await pool.end();
    },
  });
  // Exporters that know no KPI: the drivers alone are compared here.
  exporters = createServer((_request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => exporters.once('listening', resolve));
  const { port } = exporters.address() as AddressInfo;

  const state = warmedUp(plan);
  const sink = createMemorySink();
  for (const { facts, figures } of liveHistory(plan, state)) sink.add(facts, figures);
  fromMemory = historyOf({ state, sink, figures: sink.figures });
  fromSql = await sqlHistorySource({
    sourceUrl: database.url('company_reader'),
    exportersUrl: `http://127.0.0.1:${port}`,
    endDay: plan.endDay,
    // More days are asked for than there are: the history begins with the company's first order.
    days: fromMemory.days + 60,
  }).load();
}, 300_000);

afterAll(async () => {
  exporters.close();
  await database.close();
});

describe('history read by SQL', () => {
  it('covers the same days', () => {
    // The first day may be half a day and is left out.
    expect([fromSql.firstDay, fromSql.days]).toEqual([fromMemory.firstDay + 1, fromMemory.days - 1]);
    expect([...fromSql.company.orders].every((orders) => orders > 0)).toBe(true);
    expect(fromSql.company.sessions[0]).toBeNaN();
  });

  it('knows the same prices, promotions and units of every product', () => {
    expect(fromSql.products.length).toBe(fromMemory.products.length);
    for (const product of fromSql.products) {
      const other = fromMemory.products.find(({ id }) => id === product.id)!;
      expect([...product.price]).toEqual([...other.price.subarray(1)]);
      expect([...product.promoted]).toEqual([...other.promoted.subarray(1)]);
      expect([...product.available]).toEqual([...other.available.subarray(1)]);
    }
  });

  it('knows the same campaigns', () => {
    const spent = (history: CompanyHistory): number[] =>
      history.campaigns.map(({ spend }) => Math.round(spend.at(-1)! * 100));
    expect(spent(fromSql)).toEqual(spent(fromMemory));
    expect(fromSql.campaigns.some(({ newConversions }) => newConversions.some((value) => value > 0))).toBe(true);
  });

  it('knows stock, cash and staff at the end', () => {
    expect(fromSql.stock.length).toBe(fromMemory.stock.length);
    expect(fromSql.stock.map(({ onHand }) => onHand)).toEqual(fromMemory.stock.map(({ onHand }) => onHand));
    expect(fromSql.cash).toBeCloseTo(fromMemory.cash!, 0);
    expect(fromSql.supportAgents).toBeGreaterThan(0);
  });
});

import { agentIds } from '@ai-cos/catalog';
import { migrate } from '@ai-cos/demo';
import { createPool, type Pool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresReader } from '../../../agent-runner/src/agents/company/postgres-reader.ts';
import { runAgent } from '../../../agent-runner/src/agents/engine.ts';
import { capabilities } from '../../../agent-runner/src/agents/registry.ts';
import type { AnalysedFinding, AnalysisContext } from '../../../agent-runner/src/agents/types.ts';

const AS_OF = new Date('2026-03-01T00:00:00Z');

let database: TestDatabase;
let owner: Pool;
let reader: Pool;

beforeAll(async () => {
  database = await createTestDatabase({ kind: 'company', template: 'empty_shop', migrate: migrateEmpty });
  owner = open('company_owner');
  reader = open('company_reader');
});
afterAll(async () => {
  await owner.end();
  await reader.end();
  await database.close();
});

async function migrateEmpty(url: string): Promise<void> {
  const pool = createPool({ url, applicationName: 'migrate', max: 1, onError: () => undefined });
  await migrate(pool);
  await pool.end();
}

function open(role: 'company_owner' | 'company_reader'): Pool {
  return createPool({ url: database.url(role), applicationName: 'analyses', max: 4, onError: () => undefined });
}

function contextOf(supplied: Record<string, unknown> = {}): AnalysisContext {
  return {
    asOf: AS_OF,
    eventType: 'STOCK_ALERT',
    kpiIds: [],
    supplied,
    company: postgresReader({ pool: reader, asOf: AS_OF, timeoutMs: 5_000, rowCap: 100 }),
    kpi: () => undefined,
    currency: 'EUR',
  };
}

async function allFindings(context: AnalysisContext): Promise<AnalysedFinding[]> {
  const runs = [];
  for (const agent of agentIds) runs.push(await runAgent(agent, capabilities[agent], context, 20_000));
  expect(runs.flatMap((run) => run.problems)).toEqual([]);
  return runs.flatMap((run) => run.findings);
}

describe('analyses on a real database', () => {
  it('say "not enough data" on empty tables, all of them, and propose nothing', async () => {
    const findings = await allFindings(contextOf());
    expect(findings.filter((finding) => finding.sufficient).map((finding) => finding.analysis)).toEqual([]);
    expect(findings).toHaveLength(agentIds.flatMap((agent) => capabilities[agent]).length);
  });

  it('have no right to the hidden state of a simulated company', async () => {
    await expect(reader.query('SELECT * FROM twin.worlds')).rejects.toThrow(/permission denied/);
  });

  it('cannot write', async () => {
    await expect(reader.query("UPDATE shop.products SET title = 'x'")).rejects.toThrow(/permission denied|read-only/);
  });

  it('invent nothing from a single order', async () => {
    await owner.query(oneOfEverything);
    const findings = await allFindings(contextOf());
    const invented = findings.filter(
      (finding) => finding.sufficient && finding.analysis !== 'days-of-cover' && finding.analysis !== 'reorder'
    );
    expect(invented.map((finding) => finding.title)).toEqual([]);
  });

  it('order the product that an event names, from the one supplier that has it', async () => {
    const findings = await allFindings(contextOf({ productId: '7', stockLevel: 0 }));
    const order = findings
      .flatMap((finding) => finding.proposals)
      .find((one) => one.actionType === 'erp.purchase-order');
    expect(order?.parameters).toMatchObject({ supplierId: 3, warehouseId: 1 });
  });

  it('do not see what happens after the moment they look at', async () => {
    await owner.query(
      "INSERT INTO shop.orders (id, customer_id, status, total_net_amount, total_gross_amount, created_at, paid_at) SELECT 100 + n, 5, 'paid', 50, 60, '2026-03-05', '2026-03-05' FROM generate_series(1, 300) AS n"
    );
    const findings = await allFindings(contextOf());
    expect(findings.find((finding) => finding.analysis === 'trading-pace')?.sufficient).toBe(false);
  });
});

/** One product in one warehouse, one customer, one order of it, one ticket, one campaign day. */
const oneOfEverything = `
  INSERT INTO shop.customers (id, country_code, created_at) VALUES (5, 'DE', '2026-01-01');
  INSERT INTO shop.products (id, sku, title, category, list_price, unit_cost, volume_m3) VALUES (7, 'P-7', 'Pan', 'Kitchen', 50, 20, 0.01);
  INSERT INTO shop.warehouses (id, name, capacity_m3) VALUES (1, 'Main', 100);
  INSERT INTO shop.inventory_snapshots (warehouse_id, snapshot_at, product_id, quantity) VALUES (1, '2026-02-28 23:00Z', 7, 40);
  INSERT INTO shop.suppliers (id, name, lead_time_days) VALUES (3, 'Nord', 10);
  INSERT INTO shop.supplier_products (supplier_id, product_id, unit_price, valid_from) VALUES (3, 7, 18, '2025-01-01');
  INSERT INTO shop.orders (id, customer_id, status, total_net_amount, total_gross_amount, created_at, paid_at)
    VALUES (1, 5, 'paid', 50, 60, '2026-02-28 10:00Z', '2026-02-28 10:00Z');
  INSERT INTO shop.order_items (order_id, product_id, quantity, unit_price, unit_cost) VALUES (1, 7, 1, 50, 20);
  INSERT INTO shop.tickets (id, customer_id, category, status, created_at) VALUES (1, 5, 'delivery', 'open', '2026-02-28 12:00Z');
  INSERT INTO shop.campaigns (id, name, channel) VALUES (2, 'Search', 'paid_search');
  INSERT INTO shop.campaign_daily_stats (campaign_id, date_day, clicks, spend, conversions, attributed_revenue) VALUES (2, '2026-02-27', 10, 8, 1, 50);
`;

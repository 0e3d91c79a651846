import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClock, touchClock } from '../src/clock/clock-row.ts';
import { readMarker, requireMarker, requireOwnOrEmpty } from '../src/schema/marker.ts';
import { migrate } from '../src/schema/migrate.ts';
import { openLiveWorld } from '../src/world/live-world.ts';
import { openCompany, type CompanyDatabase } from './_harness/company-database.ts';

let company: CompanyDatabase;
beforeAll(async () => {
  company = await openCompany('seeded');
});
afterAll(async () => {
  await company[Symbol.asyncDispose]();
});

describe('rights', () => {
  test('exporters read the facts and the clock, and nothing of the twin', async () => {
    const reader = company.poolOf('company_reader');
    await expect(reader.query('SELECT count(*) FROM shop.orders')).resolves.toBeDefined();
    await expect(reader.query('SELECT now, rate FROM demo.business_clock()')).resolves.toBeDefined();
    await expect(reader.query('SELECT * FROM twin.worlds')).rejects.toThrow(/permission denied/);
    await expect(reader.query('SELECT * FROM twin.drills')).rejects.toThrow(/permission denied/);
    await expect(reader.query('SELECT demo.touch(5)')).rejects.toThrow(/permission denied/);
    await expect(reader.query('UPDATE shop.orders SET status = status')).rejects.toThrow(/permission denied/);
  });

  test('the SQL connector changes prices, reorder points and budgets only', async () => {
    const effects = company.poolOf('company_effects');
    await expect(effects.query('UPDATE shop.products SET list_price = list_price WHERE id = 1')).resolves.toBeDefined();
    await expect(effects.query('UPDATE shop.products SET unit_cost = 1 WHERE id = 1')).rejects.toThrow(
      /permission denied/
    );
    await expect(effects.query('DELETE FROM shop.orders')).rejects.toThrow(/permission denied/);
  });
});

describe('marker', () => {
  test('the demo database is recognised and labelled simulated', async () => {
    expect(await readMarker(company.pool)).toMatchObject({ kind: 'twin', seeded: true });
    const marker = await requireMarker(company.pool, 'twin');
    expect(marker.company).toMatch(/simulated/i);
    await expect(requireMarker(company.pool, 'import')).rejects.toThrow(/Simulated company/);
  });

  test("somebody else's database is refused and stays as it is", async () => {
    await using other = await openCompany('empty');
    await other.pool.query('CREATE TABLE customers (id int)');
    await expect(requireOwnOrEmpty(other.pool)).rejects.toThrow(/1 tables of somebody else/);
    await expect(requireMarker(other.pool, 'twin')).rejects.toThrow(/no demo marker/);
  });

  test('a second migration changes nothing', async () => {
    expect(await migrate(company.pool)).toEqual([]);
  });
});

describe('history', () => {
  test('every row refers to rows that exist, and the keys are back', async () => {
    const { rows } = await company.pool.query<{ keys: number; orphans: number }>(
      `SELECT (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f' AND connamespace = 'shop'::regnamespace) AS keys,
         (SELECT count(*)::int FROM shop.orders o LEFT JOIN shop.sessions s ON s.id = o.session_id WHERE o.session_id IS NOT NULL AND s.id IS NULL) AS orphans`
    );
    expect(rows[0]?.keys).toBeGreaterThan(50);
    expect(rows[0]?.orphans).toBe(0);
  });

  test('every feed a KPI needs is complete up to the clock', async () => {
    const { rows } = await company.pool.query(
      `SELECT feed FROM (SELECT DISTINCT feed FROM shop.kpi_feeds) k LEFT JOIN shop.source_feeds s USING (feed)
       WHERE s.loaded_through IS DISTINCT FROM (SELECT written_through FROM demo.clock)`
    );
    expect(rows).toEqual([]);
  });

  test('product 123 is sold and named', async () => {
    const { rows } = await company.pool.query<{ title: string }>(
      `SELECT title FROM shop.products WHERE id = 123 AND status = 'published'`
    );
    expect(rows).toEqual([{ title: expect.stringMatching(/\w{3,}/) as string }]);
  });
});

describe('clock', () => {
  test('stands at the written facts until the next day is written, and never runs past them', async () => {
    const before = await readClock(company.pool);
    expect(before.rate).toBe(0);
    const world = await openLiveWorld(company.pool);

    const { day } = await world.writeNextDay();

    const after = await readClock(company.pool);
    expect(after.now.getTime()).toBeGreaterThanOrEqual(before.now.getTime());
    expect(after.now.getTime()).toBeLessThan((day + 1) * 86_400_000);
    expect(after.rate).toBeCloseTo(86_400 / 20);
  });

  test('slows down while an urgent plan waits, without a jump', async () => {
    const before = await readClock(company.pool);
    await touchClock(company.pool, 60);
    const after = await readClock(company.pool);
    expect(after.rate).toBeCloseTo(86_400 / 120);
    expect(after.now.getTime() - before.now.getTime()).toBeLessThan(3600 * 1000);
    await company.pool.query(`UPDATE demo.clock SET urgent_until = '-infinity'`);
  });

  test('pauses when nobody has looked for 120 business days', async () => {
    await company.pool.query(`UPDATE demo.clock SET touched = touched - interval '121 days'`);
    expect((await readClock(company.pool)).rate).toBe(0);
    await touchClock(company.pool);
    expect((await readClock(company.pool)).rate).toBeGreaterThan(0);
  });
});

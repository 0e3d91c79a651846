import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importOlist } from '../src/importers/olist/import.ts';
import { readMarker } from '../src/schema/marker.ts';
import { dataFolder } from './config/env.ts';
import { openCompany, type CompanyDatabase } from './_harness/company-database.ts';
import { writeOlistFolder } from './_harness/olist-folder.ts';

const sample = join(dataFolder, 'olist_sample');
const isHere = existsSync(sample);

/** Known figures of the sample, computed independently of this project. */
const known = [
  ['orders', 8135, 'count(*) FROM shop.orders'],
  ['customers', 8016, 'count(*) FROM shop.customers'],
  ['products', 5460, 'count(*) FROM shop.products'],
  ['items', 8365, 'count(*) FROM shop.order_items'],
  ['payments', 8924, 'count(*) FROM shop.payments'],
  ['reviews', 8225, 'count(*) FROM shop.reviews'],
  ['delivered orders', 5172, `count(*) FROM shop.orders WHERE status = 'delivered'`],
  [
    'paid per delivered order, BRL',
    162.84,
    `round(avg(total_gross_amount), 2) FROM shop.orders WHERE status = 'delivered'`,
  ],
  [
    'merchandise per delivered order, BRL',
    139.81,
    `round(avg(total_net_amount), 2) FROM shop.orders WHERE status = 'delivered'`,
  ],
  [
    'median hours purchase to carrier',
    53.3,
    `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.shipped_at - o.created_at) / 3600))::numeric, 1)
     FROM shop.fulfillments f JOIN shop.orders o ON o.id = f.order_id WHERE o.status = 'delivered'`,
  ],
  [
    'median hours approval to carrier',
    42.6,
    `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.shipped_at - coalesce(o.paid_at, o.created_at)) / 3600))::numeric, 1)
     FROM shop.fulfillments f JOIN shop.orders o ON o.id = f.order_id WHERE o.status = 'delivered'`,
  ],
  [
    'delivered on time, percent',
    92,
    `round(100.0 * count(*) FILTER (WHERE f.delivered_at <= o.promised_at) / count(*), 1)
     FROM shop.fulfillments f JOIN shop.orders o ON o.id = f.order_id WHERE o.status = 'delivered' AND f.delivered_at IS NOT NULL`,
  ],
  [
    'satisfaction of delivered orders',
    4.14,
    `round(avg(stars), 2) FROM (SELECT avg(rating) AS stars FROM shop.reviews v JOIN shop.orders o ON o.id = v.order_id
     WHERE o.status = 'delivered' GROUP BY o.id) x`,
  ],
] as const;

describe('the Olist sample', () => {
  let company: CompanyDatabase;
  beforeAll(async () => {
    if (!isHere) return;
    company = await openCompany('empty');
    await importOlist(company.pool, sample);
  }, 120_000);
  afterAll(async () => {
    if (isHere) await company[Symbol.asyncDispose]();
  });

  test.for(known)('has the known figure: %s', async ([, want, sql], { skip }) => {
    if (!isHere) skip(`skipped: ${sample} is not here; set AICOS_DATA_DIR`);
    const { rows } = await company.pool.query<{ got: string }>(`SELECT (SELECT ${sql}) AS got`);
    expect(Number(rows[0]?.got)).toBe(want);
  });

  test('carries BRL and only the feeds of its files', async ({ skip }) => {
    if (!isHere) skip(`skipped: ${sample} is not here; set AICOS_DATA_DIR`);
    const { rows } = await company.pool.query('SELECT currency_code FROM shop.company_settings');
    expect(rows).toEqual([{ currency_code: 'BRL' }]);
    const { rows: feeds } = await company.pool.query<{ feed: string }>('SELECT feed FROM shop.source_feeds ORDER BY 1');
    expect(feeds.map((row) => row.feed)).toEqual(['catalog', 'csat', 'customers', 'fulfillments', 'orders']);
    await expect(importOlist(company.pool, sample)).rejects.toThrow(/already holds/);
  });
});

describe('bad input', () => {
  let company: CompanyDatabase;
  let folder: string;
  beforeAll(async () => {
    company = await openCompany('schema');
    folder = await mkdtemp(join(tmpdir(), 'olist-'));
    await writeOlistFolder(folder);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await company[Symbol.asyncDispose]();
  });

  async function broken(file: string, change: (text: string) => string | null): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'olist-'));
    await cp(folder, copy, { recursive: true });
    const changed = change(await readFile(join(copy, file), 'utf8'));
    if (changed === null) await rm(join(copy, file));
    else await writeFile(join(copy, file), changed);
    const reason = await importOlist(company.pool, copy).then(
      () => 'imported',
      (error: unknown) => String(error)
    );
    await rm(copy, { recursive: true });
    const { rows } = await company.pool.query<{ n: number }>(
      'SELECT (SELECT count(*) FROM shop.customers)::int + (SELECT count(*) FROM shop.products)::int AS n'
    );
    expect(rows[0]?.n, 'nothing half-written').toBe(0);
    expect(await readMarker(company.pool)).toBeNull();
    return reason;
  }

  test('a missing file is named', async () => {
    expect(await broken('olist_sellers_dataset.csv', () => null)).toMatch(/no olist_sellers_dataset\.csv/);
  });

  test('a missing column is named with its file', async () => {
    const reason = await broken('olist_orders_dataset.csv', (text) => text.replace('order_status', 'state'));
    expect(reason).toMatch(/olist_orders_dataset\.csv, line 1: column order_status is missing/);
  });

  test('a wrong type is named with file, line and column', async () => {
    const reason = await broken('olist_order_items_dataset.csv', (text) => text.replace('99.90', 'cheap'));
    expect(reason).toMatch(/olist_order_items_dataset\.csv, line 2, column price: "cheap" is not a number/);
  });

  test('an empty cell that is needed is named', async () => {
    const reason = await broken('olist_order_reviews_dataset.csv', (text) => text.replace(',5,', ',,'));
    expect(reason).toMatch(/line 2, column review_score: a value is needed/);
  });

  test('a file without a header is named', async () => {
    expect(await broken('olist_products_dataset.csv', () => '')).toMatch(/olist_products_dataset\.csv is empty/);
  });

  test('text with tabs, quotes and backslashes arrives as it was', async () => {
    await using other = await openCompany('empty');
    await importOlist(other.pool, folder);
    const { rows } = await other.pool.query('SELECT category FROM shop.products');
    expect(rows).toEqual([{ category: 'house\tware \\ "fine"' }]);
  });
});

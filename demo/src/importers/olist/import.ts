import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError, inTransaction, type Pool, type PoolClient } from '@ai-cos/service-kit';
import { from as copyFrom } from 'pg-copy-streams';
import { claimDatabase, readMarker, requireOwnOrEmpty } from '../../schema/marker.ts';
import { migrate } from '../../schema/migrate.ts';
import { copyLines, pathOf } from './csv-rows.ts';
import { olistFiles, type ColumnType, type CsvFile } from './files.ts';

const company = 'Olist (real data, Brazilian marketplace)';
const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'int',
  decimal: 'numeric',
  timestamp: 'timestamptz',
};

export interface ImportResult {
  currency: string;
  rows: Record<string, number>;
  /** ISO time of the last order: the fixed clock under which the data is looked at. */
  lastOrderAt: string;
}

/** Loads the data set in one transaction: everything or nothing. The database must be empty. */
export async function importOlist(pool: Pool, folder: string): Promise<ImportResult> {
  const paths = olistFiles.map((file) => ({ file, path: pathOf(folder, file) }));
  await requireOwnOrEmpty(pool);
  await migrate(pool);
  await requireUnused(pool);
  const result = await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL timezone = 'UTC'`);
    for (const { file, path } of paths) await stage(client, file, path);
    await client.query(await readFile(new URL('load.sql', import.meta.url), 'utf8'));
    await claimDatabase(client, company, 'import');
    await client.query('UPDATE demo.marker SET seeded_at = clock_timestamp()');
    return count(client);
  });
  await pool.query('ANALYZE');
  return result;
}

async function requireUnused(pool: Pool): Promise<void> {
  const marker = await readMarker(pool);
  if (marker === null) return;
  throw new DomainError(
    'database_in_use',
    `The database already holds "${marker.company}"; import into an empty database of its own.`
  );
}

async function stage(client: PoolClient, file: CsvFile, path: string): Promise<void> {
  const columns = file.columns.map(({ name, type }) => `${name} ${sqlTypes[type]}`).join(', ');
  await client.query(`CREATE TEMP TABLE ${file.staging} (${columns}) ON COMMIT DROP`);
  await pipeline(Readable.from(copyLines(path, file)), client.query(copyFrom(`COPY ${file.staging} FROM STDIN`)));
}

async function count(client: PoolClient): Promise<ImportResult> {
  const rows: Record<string, number> = {};
  for (const table of [
    'orders',
    'customers',
    'products',
    'order_items',
    'fulfillments',
    'payments',
    'reviews',
    'suppliers',
  ]) {
    const { rows: found } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM shop.${table}`);
    rows[table] = Number(found[0]?.count);
  }
  const { rows: last } = await client.query<{ at: Date | null }>('SELECT max(created_at) AS at FROM shop.orders');
  const at = last[0]?.at ?? null;
  if (at === null)
    throw new DomainError('empty_file', 'olist_orders_dataset.csv holds no order; there is nothing to import.');
  return { currency: 'BRL', rows, lastOrderAt: at.toISOString() };
}

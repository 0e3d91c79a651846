import { readdir, readFile } from 'node:fs/promises';
import { inTransaction, type Pool } from '@ai-cos/service-kit';

const folder = new URL('migrations/', import.meta.url);

/** Brings a company database to the newest schema; every file runs once, in the order of its number. */
export async function migrate(pool: Pool): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(722041)');
    await client.query('CREATE SCHEMA IF NOT EXISTS demo');
    await client.query(
      'CREATE TABLE IF NOT EXISTS demo.migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL)'
    );
    const { rows } = await client.query<{ name: string }>('SELECT name FROM demo.migrations');
    const known = new Set(rows.map((row) => row.name));
    const fresh = files.filter((name) => !known.has(name));
    for (const name of fresh) {
      await client.query(await readFile(new URL(name, folder), 'utf8'));
      await client.query('INSERT INTO demo.migrations VALUES ($1, clock_timestamp())', [name]);
    }
    return fresh;
  });
}

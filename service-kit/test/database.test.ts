import pg from 'pg';
import { describe, expect, it } from 'vitest';

import { createTestDatabase } from '../src/testing/index.ts';

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('createTestDatabase', () => {
  it('gives an empty database owned by the role of its kind', async () => {
    const database = await createTestDatabase({ kind: 'aicos' });

    const [row] = await query<{ owner: string }>(
      database.url('aicos_app'),
      'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = current_database()'
    );

    expect(row?.owner).toBe('aicos_owner');
    await database.close();
  });

  it('refuses a role of the other database', async () => {
    const database = await createTestDatabase({ kind: 'aicos' });

    await expect(query(database.url('company_reader'), 'SELECT 1')).rejects.toThrow('permission denied for database');

    await database.close();
  });

  it('builds a template once and gives every caller a copy of its own', async () => {
    let builds = 0;
    const options = {
      kind: 'company' as const,
      template: 'numbers',
      migrate: async (ownerUrl: string) => {
        builds += 1;
        await query(ownerUrl, 'CREATE TABLE number AS SELECT 1 AS value');
      },
    };

    const [first, second] = await Promise.all([createTestDatabase(options), createTestDatabase(options)]);
    await query(first.url('company_owner'), 'INSERT INTO number VALUES (2)');

    expect(builds).toBe(1);
    expect(await query(second.url('company_owner'), 'SELECT value FROM number')).toEqual([{ value: 1 }]);
    await Promise.all([first.close(), second.close()]);
  });

  it('names the connection that a test forgot to close', async () => {
    const database = await createTestDatabase({ kind: 'company' });
    const forgotten = new pg.Client({ connectionString: database.url('company_owner'), application_name: 'forgotten' });
    forgotten.on('error', () => undefined);
    await forgotten.connect();

    await expect(database.close()).rejects.toThrow(/connections were left open.*forgotten/);
  });
});

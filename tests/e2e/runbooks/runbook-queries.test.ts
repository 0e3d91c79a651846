import { runbookTexts } from '@ai-cos/alert-rules';
import { kpiIds } from '@ai-cos/catalog';
import { migrate } from '@ai-cos/demo';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

async function migrateCompany(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase({ kind: 'company', template: 'runbooks_shop', migrate: migrateCompany });
  client = new pg.Client({ connectionString: database.url('company_reader') });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.close();
});

describe('the first query of a runbook', () => {
  it.each(kpiIds)('of %s runs with the rights of a reader', async (kpi) => {
    const sql = runbookTexts[kpi].sql.replaceAll(/:as_of\b/g, "'2026-06-01T00:00:00Z'");

    await expect(client.query(sql)).resolves.toBeDefined();
  });
});

import { kpiIds, kpis } from '@ai-cos/catalog';
import { createPool, type Pool } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';

let runner: RunnerDatabase;
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

async function tables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE 'ai\\_cos\\_%' ORDER BY 1`
  );
  return rows.map((row) => row.name);
}

describe('schema', () => {
  it('forces row level security with a policy on every table', async () => {
    const { rows } = await runner.pool.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
        WHERE c.relkind = 'r' AND c.relname LIKE 'ai\\_cos\\_%' AND c.relname <> 'ai_cos_migrations'
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                   AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`
    );

    expect(rows).toEqual([]);
  });

  it('shows no row of any table to the app role without its claim', async () => {
    const bare = createPool({
      url: runner.database.url('aicos_app'),
      applicationName: 'no-claim',
      onError: () => undefined,
    });
    const visible: string[] = [];

    for (const table of await tables(runner.pool)) {
      if (table === 'ai_cos_migrations') continue;
      const { rows } = await bare.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      if (rows[0]?.count !== '0') visible.push(table);
    }

    await bare.end();
    expect(visible).toEqual([]);
  });

  it('lets the app role own nothing', async () => {
    const { rows } = await runner.pool.query(
      `SELECT relname FROM pg_class WHERE relowner = 'aicos_app'::regrole AND relname LIKE 'ai\\_cos\\_%'`
    );

    expect(rows).toEqual([]);
  });

  it('has one commented snapshot column per KPI of the catalog', async () => {
    const { rows } = await runner.pool.query<{ name: string; comment: string | null }>(
      `SELECT a.attname AS name, col_description(a.attrelid, a.attnum) AS comment FROM pg_attribute a
        WHERE a.attrelid = 'ai_cos_snapshots'::regclass AND a.attnum > 0`
    );
    const comments = new Map(rows.map((row) => [row.name, row.comment]));

    for (const id of kpiIds) {
      expect(comments.get(kpis[id].snapshotColumn), id).toContain(kpis[id].label);
      expect(comments.get(kpis[id].snapshotColumn), id).toContain(`target ${String(kpis[id].target)}`);
    }
    expect(kpiIds).toHaveLength(40);
  });

  it('changes nothing when it is migrated a second time', async () => {
    expect(await migrate(runner.database.url('aicos_owner'))).toEqual([]);
  });
});

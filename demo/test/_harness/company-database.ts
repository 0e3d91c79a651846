import { createPool, type Pool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { migrate } from '../../src/schema/migrate.ts';
import { seedCompany } from '../../src/seed/seed.ts';
import { dayOf } from '../../src/twin/calendar.ts';

export interface CompanyDatabase extends AsyncDisposable {
  database: TestDatabase;
  pool: Pool;
  poolOf: (role: 'company_reader' | 'company_effects') => Pool;
}

export function poolFor(url: string): Pool {
  return createPool({
    url,
    applicationName: 'demo-test',
    onError: (error) => {
      throw error;
    },
  });
}

async function migrated(url: string): Promise<void> {
  const pool = poolFor(url);
  await migrate(pool);
  await pool.end();
}

/** A small company with two months behind it; built once per run, copied for each test file. */
async function seeded(url: string): Promise<void> {
  const pool = poolFor(url);
  await migrate(pool);
  const plan = { seed: 7, scale: 0.25, endDay: dayOf('2026-09-21'), months: 2, sessionMonths: 1 };
  await seedCompany(pool, { plan, daySeconds: 20, onProgress: () => undefined });
  await pool.end();
}

export async function openCompany(content: 'empty' | 'schema' | 'seeded'): Promise<CompanyDatabase> {
  const build = { empty: undefined, schema: migrated, seeded }[content];
  const database = await createTestDatabase({
    kind: 'company',
    ...(build === undefined ? {} : { template: `demo-${content}`, migrate: build }),
  });
  const pools = [poolFor(database.url('company_owner'))];
  return {
    database,
    pool: pools[0] as Pool,
    poolOf(role) {
      const pool = poolFor(database.url(role));
      pools.push(pool);
      return pool;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(pools.map((pool) => pool.end()));
      await database.close();
    },
  };
}

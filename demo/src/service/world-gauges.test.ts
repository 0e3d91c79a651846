import { createPool, type Pool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../schema/migrate.ts';
import { emptyFigures } from '../twin/figures.ts';
import { saveFigures } from '../world/store.ts';
import { exposeWorlds } from './world-gauges.ts';

let database: TestDatabase;
let pool: Pool;

function poolOf(url: string): Pool {
  return createPool({ url, applicationName: 'world-gauges', onError: () => undefined });
}

beforeAll(async () => {
  database = await createTestDatabase({
    kind: 'company',
    template: 'world_gauges',
    migrate: async (url) => {
      const owner = poolOf(url);
      await migrate(owner);
      await owner.end();
    },
  });
  pool = poolOf(database.url('company_owner'));
});

afterAll(async () => {
  await pool.end();
  await database.close();
});

describe('the gauges of the two worlds', () => {
  it('show the last day of each world and forget a world that ended', async () => {
    const registry = new Registry();
    exposeWorlds(registry, pool);
    await saveFigures(pool, 'company', { ...emptyFigures(20_000), orders: 60 });
    await saveFigures(pool, 'without-decisions', { ...emptyFigures(20_000), orders: 41 });

    const both = await registry.metrics();
    await saveFigures(pool, 'company', { ...emptyFigures(20_010), orders: 62 });
    const one = await registry.metrics();

    expect(both).toContain('aicos_demo_orders{world="company"} 60');
    expect(both).toContain('aicos_demo_orders{world="without-decisions"} 41');
    expect(one).toContain('aicos_demo_orders{world="company"} 62');
    expect(one).not.toContain('without-decisions');
  });
});

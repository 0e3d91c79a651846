import { actionTypes } from '@ai-cos/catalog';
import { createPool, type Pool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EffectRequest } from '../src/connectors/connector.ts';
import { createSqlConnector } from '../src/connectors/sql-connector.ts';

const company = `
  CREATE SCHEMA shop; CREATE SCHEMA effects;
  CREATE TABLE shop.coupons (code text PRIMARY KEY, max_uses int NOT NULL CHECK (max_uses >= 0));
  CREATE TABLE effects.receipt (
    key text PRIMARY KEY, action_type text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
  GRANT USAGE ON SCHEMA shop, effects TO company_effects;
  GRANT SELECT, UPDATE (max_uses) ON shop.coupons TO company_effects;
  GRANT SELECT, INSERT ON effects.receipt TO company_effects;`;

let database: TestDatabase;
let owner: Pool;
let pool: Pool;
const connect = (role: 'company_owner' | 'company_effects'): Pool =>
  createPool({ url: database.url(role), applicationName: 'sql-connector-test', max: 4, onError: () => undefined });

beforeAll(async () => {
  database = await createTestDatabase({ kind: 'company' });
  owner = connect('company_owner');
  await owner.query(company);
  pool = connect('company_effects');
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.close();
});
beforeEach(async () => {
  await owner.query(`TRUNCATE shop.coupons, effects.receipt; INSERT INTO shop.coupons VALUES ('SPRING', 500)`);
});

function limit(parameters: Record<string, unknown>, key = 'k1'): EffectRequest {
  return {
    actionId: 'a1',
    type: actionTypes['crm.coupon-limit'],
    parameters,
    title: '',
    description: '',
    key,
    signal: new AbortController().signal,
  };
}

async function uses(): Promise<number | undefined> {
  const { rows } = await owner.query<{ max_uses: number }>('SELECT max_uses FROM shop.coupons');
  return rows[0]?.max_uses;
}

describe('the SQL connector', () => {
  it('runs the reviewed statement with bound parameters and leaves a receipt', async () => {
    const effect = limit({ code: 'SPRING', maxUses: 100 });

    expect((await createSqlConnector(pool).call(effect)).kind).toBe('done');
    expect(await uses()).toBe(100);
    expect((await createSqlConnector(pool).lookup(effect)).kind).toBe('applied');
  });

  it('has one effect however often it is called with one key', async () => {
    const connector = createSqlConnector(pool);
    const effect = limit({ code: 'SPRING', maxUses: 100 });

    await Promise.all(Array.from({ length: 8 }, () => connector.call(effect)));
    await owner.query('UPDATE shop.coupons SET max_uses = 7');
    await connector.call(effect);

    expect(await uses()).toBe(7);
  });

  it('cannot be talked into another statement by a parameter', async () => {
    const result = await createSqlConnector(pool).call(limit({ code: `x'; DELETE FROM shop.coupons; --`, maxUses: 1 }));

    expect(result).toEqual({ kind: 'refused', reason: 'the statement matched no row' });
    expect(await uses()).toBe(500);
  });

  it('leaves no receipt of what was refused', async () => {
    for (const parameters of [
      { code: 'SPRING', maxUses: -1 },
      { code: 'UNKNOWN', maxUses: 1 },
    ]) {
      const effect = limit(parameters);
      expect((await createSqlConnector(pool).call(effect)).kind).toBe('refused');
      expect(await createSqlConnector(pool).lookup(effect)).toEqual({ kind: 'absent' });
    }
  });

  it('says that it is not configured without an address', () => {
    expect(createSqlConnector(null).whyUnavailable(actionTypes['crm.coupon-limit'])).toBe(
      'AICOS_EFFECTS_URL is not set'
    );
  });
});

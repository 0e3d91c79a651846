import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './_harness/back-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office[Symbol.asyncDispose]();
});

describe('idempotency', () => {
  test('answers a repeated call from the record and moves the lever once', async () => {
    const body = { dailyBudgetAmount: 55 };

    const first = await office.post('/ads/campaigns/1/budget', body, 'budget-0001');
    const again = await office.post('/ads/campaigns/1/budget', body, 'budget-0001');

    expect(first.status).toBe(201);
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
    const { rows } = await office.company.pool.query(
      `SELECT count(*)::int AS n FROM twin.commands WHERE payload->>'kind' = 'ad-budget' AND payload->>'campaignId' = '1'`
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('carries out fifty simultaneous calls with one key once', async () => {
    const calls = Array.from({ length: 50 }, () =>
      office.post('/helpdesk/staffing', { extraAgents: 2, days: 5 }, 'staff-0001')
    );
    const answers = await Promise.all(calls);

    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    const { rows } = await office.company.pool.query(
      `SELECT count(*)::int AS n FROM twin.commands WHERE payload->>'kind' = 'support-staff'`
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('refuses a used key for another body', async () => {
    await office.post('/ads/campaigns/2/budget', { dailyBudgetAmount: 10 }, 'conflict-0001');
    const other = await office.post('/ads/campaigns/2/budget', { dailyBudgetAmount: 11 }, 'conflict-0001');
    expect(other.status).toBe(422);
    expect(other.body['code']).toBe('idempotency_conflict');
  });

  test('tells later what a key did, and that an unknown key did nothing', async () => {
    const done = await office.post('/ads/campaigns/4/pause', {}, 'pause-0001');
    const told = await office.get('/idempotency/pause-0001');
    expect(told.body).toEqual({
      key: 'pause-0001',
      method: 'POST',
      path: '/ads/campaigns/4/pause',
      status: 201,
      response: done.body,
    });
    expect((await office.get('/idempotency/never-used')).status).toBe(404);
  });

  test('keeps no record of a refused call, so that it can be corrected under the same key', async () => {
    const refused = await office.post('/erp/purchase-orders/77/cancel', {}, 'cancel-0001');
    expect(refused.status).toBe(404);
    expect((await office.get('/idempotency/cancel-0001')).status).toBe(404);
  });

  test('asks for a key', async () => {
    const answer = await office.post('/ads/campaigns/1/pause', {}, '');
    expect(answer.status).toBe(422);
    expect(answer.body['detail']).toMatch(/Idempotency-Key/);
  });
});

describe('bad input', () => {
  test.each([
    ['/ads/campaigns/1/budget', { dailyBudgetAmount: -5 }, 'dailyBudgetAmount'],
    ['/ads/campaigns/1/budget', { dailyBudgetAmount: 5, colour: 'red' }, 'colour'],
    ['/price-list/changes', { reason: 'list', changes: [] }, 'changes'],
    ['/price-list/changes', { reason: 'whim', changes: [{ productId: 1, newPrice: 5 }] }, 'reason'],
    ['/warehouse/shifts', { warehouseId: 1, extraStaff: 2.5, days: 3 }, 'extraStaff'],
    [
      '/erp/purchase-orders',
      { supplierId: 6, warehouseId: 1, expedited: true, lines: [{ productId: 1, quantity: 0 }] },
      'lines.0.quantity',
    ],
  ])('%s names the wrong field of %j', async (path, body, field) => {
    const answer = await office.post(path, body);
    expect(answer.status).toBe(422);
    expect(answer.body['detail']).toContain(field);
  });

  test.each([
    ['/ads/campaigns/99/pause', {}, 404],
    ['/price-list/changes', { reason: 'list', changes: [{ productId: 9999, newPrice: 5 }] }, 404],
    ['/flags/dark-mode', { variant: 'on' }, 404],
    ['/flags/checkout-version', { variant: 'newest' }, 422],
    ['/finance/budgets', { department: 'tech', account: 'rockets', monthlyAmount: 5 }, 404],
    ['/warehouse/carrier-weights', { weights: [{ carrierId: 1, share: 1 }] }, 422],
    ['/ads/budget-shifts', { fromCampaignId: 1, toCampaignId: 2, dailyAmount: 1e6 }, 422],
  ])('%s refuses %j', async (path, body, status) => {
    expect((await office.post(path, body)).status).toBe(status);
  });

  test('lets nobody in without the token', async () => {
    const response = await fetch(`${office.url}/warehouse`);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('refuses an order from a supplier that does not sell the product', async () => {
    const product = office.world.state().products.find(({ supplierId }) => supplierId === 1);
    const lines = [{ productId: product?.id ?? 1, quantity: 5 }];
    const answer = await office.post('/erp/purchase-orders', {
      supplierId: 2,
      warehouseId: 1,
      expedited: false,
      lines,
    });
    expect(answer.body['code']).toBe('supplier_does_not_sell');
  });
});

describe('effects', () => {
  test('read back what was set, and the company lives by it from the next day', async () => {
    const price = await office.post('/price-list/changes', {
      reason: 'test',
      changes: [{ productId: 123, newPrice: 77.5 }],
    });
    expect(price.body['previous']).toEqual([{ productId: 123, newPrice: expect.any(Number) as number }]);
    expect((await office.get('/price-list/123')).body).toMatchObject({ productId: 123, price: 77.5 });

    await office.world.writeNextDay();

    expect(office.world.state().products[122]?.price).toBe(77.5);
    const { rows } = await office.company.pool.query(
      'SELECT list_price::float8 AS price FROM shop.products WHERE id = 123'
    );
    expect(rows).toEqual([{ price: 77.5 }]);
    expect((await office.get('/price-list/123')).body).toMatchObject({ price: 77.5 });
  });

  test('an expedited purchase order arrives and its stock can be sold', async () => {
    const before = office.world.state().products[122]?.onHand ?? 0;
    const order = await office.post('/erp/purchase-orders', {
      supplierId: 6,
      warehouseId: 1,
      expedited: true,
      lines: [{ productId: 123, quantity: 500 }],
    });
    const id = Number(order.body['id']);
    expect((await office.get(`/erp/purchase-orders/${String(id)}`)).body).toMatchObject({ id, status: 'ordered' });

    for (let day = 0; day < 5; day += 1) await office.world.writeNextDay();

    expect((await office.get(`/erp/purchase-orders/${String(id)}`)).body).toMatchObject({ id, status: 'received' });
    expect(office.world.state().products[122]?.onHand).toBeGreaterThan(before + 400);
  });

  test('a cancelled purchase order stays cancelled', async () => {
    const lines = [{ productId: 5, quantity: 10 }];
    const order = await office.post('/erp/purchase-orders', { supplierId: 7, warehouseId: 1, expedited: false, lines });
    const path = `/erp/purchase-orders/${String(order.body['id'])}`;
    await office.world.writeNextDay();

    expect((await office.post(`${path}/cancel`, {})).body).toMatchObject({ status: 'canceled' });
    await office.world.writeNextDay();

    expect((await office.get(path)).body).toMatchObject({ status: 'canceled' });
    expect((await office.post(`${path}/cancel`, {})).status).toBe(409);
  });

  test('pausing and shifting budgets shows in the account', async () => {
    await office.post('/ads/campaigns/6/pause', {});
    expect((await office.get('/ads/campaigns/6')).body).toMatchObject({ id: 6, status: 'paused' });
    await office.post('/ads/campaigns/6/resume', {});
    expect((await office.get('/ads/campaigns/6')).body).toMatchObject({ id: 6, status: 'active' });

    const from = Number((await office.get('/ads/campaigns/3')).body['dailyBudgetAmount']);
    await office.post('/ads/budget-shifts', { fromCampaignId: 3, toCampaignId: 5, dailyAmount: 5 });
    expect((await office.get('/ads/campaigns/3')).body['dailyBudgetAmount']).toBeCloseTo(from - 5);
  });

  test('a voucher limited in the table by the SQL connector is no longer given', async () => {
    const effects = office.company.poolOf('company_effects');
    await effects.query(`UPDATE shop.coupons SET max_uses = 0 WHERE code = 'WELCOME10'`);

    const { day } = await office.world.writeNextDay();

    const { rows } = await office.company.pool.query(
      `SELECT count(*)::int AS n FROM shop.order_coupons JOIN shop.orders o ON o.id = order_id WHERE o.created_at >= to_timestamp($1)`,
      [day * 86_400]
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('the world without the decisions lives on beside the company', async () => {
    await office.post('/helpdesk/staffing', { extraAgents: 1, days: 3 });
    await office.world.writeNextDay();

    const { status, body } = await office.get('/two-worlds');

    expect(status).toBe(200);
    expect(body['simulated']).toBe(true);
    expect((body['withoutDecisions'] as unknown[]).length).toBeGreaterThan(0);
  });

  test('a scenario starts as a drill and acts from the next day', async () => {
    const { status, body } = await office.post('/scenarios/stock-out', { seed: 2, set: { products: 60 } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ scenario: 'stock-out', drill: true, rootKpis: ['stock_rupture'] });

    const figures = await office.world.writeNextDay();

    expect(figures.stockRuptureShare).toBeGreaterThan(0.08);
    expect((await office.post('/scenarios/flood', {})).body['code']).toBe('unknown_scenario');
  });
});

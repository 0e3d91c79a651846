import { describe, expect, it } from 'vitest';
import { contextWith, findingsOf, measureOf } from '../../test/_harness/company-rows.ts';
import { reading } from '../../test/_harness/coordination-input.ts';

const position = {
  ...{ product_id: 123, warehouse_id: 1, sku: 'P-123', category: 'Kitchen', weekly: [14, 14, 14, 14, 14, 14, 14, 14] },
  ...{ available: 0, available_share: 1, incoming: 0, incoming_in_days: null, price: 50, unit_cost: 20, lead_days: 10 },
};
const plenty = { ...position, product_id: 124, sku: 'P-124', available: 500 };

describe('stock-forecaster', () => {
  it('knows what is out of stock and what it costs a day', async () => {
    const [finding] = await findingsOf(
      'stock-forecaster',
      'days-of-cover',
      contextWith({ 'stock-positions': [position, plenty] })
    );
    // 2 units a day at 30 of margin.
    expect(measureOf(finding, 'margin at stake')).toBe(60);
    expect(measureOf(finding, 'products out of stock')).toBe(1);
    // 2 × 10 + 1.96 × √2 × √10 = 28.8 units.
    expect(finding?.proposals[0]?.parameters).toEqual({
      changes: [{ productId: 123, warehouseId: 1, reorderPoint: 29 }],
    });
  });

  it('takes the stock level that came with an event and says so', async () => {
    const context = contextWith({ 'stock-positions': [plenty] }, { supplied: { productId: '124', stockLevel: 3 } });
    const [finding] = await findingsOf('stock-forecaster', 'days-of-cover', context);
    expect(measureOf(finding, 'stock of P-124')).toBe(3);
    expect(finding?.evidence[0]?.source).toBe('supplied');
  });

  it('is quiet while every product lasts until goods arrive', async () => {
    expect(await findingsOf('stock-forecaster', 'days-of-cover', contextWith({ 'stock-positions': [plenty] }))).toEqual(
      []
    );
  });
});

describe('ia-supply-chain', () => {
  const offer = {
    ...{
      product_id: 123,
      supplier_id: 6,
      supplier: 'Fast',
      unit_price: 22,
      min_quantity: 1,
      pack_size: 1,
      lead_days: 3,
    },
    ...{ actual_days: 3, receipts: 20, late_share: 0.1, overdue_days: 0 },
  };
  const overdue = { ...offer, supplier_id: 1, supplier: 'Usual', unit_price: 20, lead_days: 10, overdue_days: 20 };

  it('orders from the supplier that is not overdue', async () => {
    const context = contextWith({ 'stock-positions': [position, plenty], 'supplier-options': [offer, overdue] });
    const [finding] = await findingsOf('ia-supply-chain', 'reorder', context);
    // 2 a day for 3 + 21 days plus 1.96 × √2 × √24 = 61.6 units.
    expect(finding?.proposals[0]).toMatchObject({
      actionType: 'erp.purchase-order',
      parameters: { supplierId: 6, expedited: true, lines: [{ productId: 123, quantity: 62 }], orderValue: 1364 },
      confidence: 86,
    });
  });

  it('asks for a date where orders are overdue', async () => {
    const late = {
      open_orders: 1,
      purchase_order_id: 9,
      supplier_id: 1,
      supplier: 'Usual',
      late_days: 6,
      amount: 900,
      products: [123],
      units: 40,
    };
    const [finding] = await findingsOf(
      'ia-supply-chain',
      'late-suppliers',
      contextWith({ 'late-purchase-orders': [late] })
    );
    expect(measureOf(finding, 'longest delay')).toBe(6);
    expect(finding?.proposals.map((one) => one.actionType)).toEqual(['work.task', 'finance.renegotiate']);
  });
});

describe('ia-logistics', () => {
  it('asks for the people that clear the queue', async () => {
    const day = { paid: 60, shipped: 60, waiting: 40, median_hours: 16 };
    const rows = Array.from({ length: 35 }, (_, index) => ({
      ...day,
      days_ago: index,
      ...(index < 3 && { waiting: 220, shipped: 30, median_hours: 50 }),
    }));
    const staff = { warehouse_id: 1, people: 6, cost_per_day: 660 };
    const [finding] = await findingsOf(
      'ia-logistics',
      'fulfilment-queue',
      contextWith({ 'fulfilment-days': rows, 'warehouse-staff': [staff] })
    );
    expect(measureOf(finding, 'orders waiting')).toBe(220);
    // Gap 60 − 47.1 = 12.9 a day plus (220 − 40) ÷ 3 = 60 a day; 10 parcels a person and day.
    expect(finding?.proposals[0]?.parameters).toMatchObject({ extraStaff: 8, days: 5, cost: 4400 });
  });

  it('rents what is above the ceiling and half of what arrives', async () => {
    const space = { warehouse_id: 1, name: 'Main', capacity_m3: 100, now_m3: 96, before_m3: 80, inbound_m3: 20 };
    const [finding] = await findingsOf(
      'ia-logistics',
      'warehouse-space',
      contextWith({ 'warehouse-space': [space], 'inbound-orders': [] })
    );
    // 96 ÷ 0.8 − 100 + 10 = 30 m³.
    expect(finding?.proposals[0]?.parameters).toMatchObject({ volumeM3: 30, days: 28, cost: 756 });
    expect(finding?.severity).toBe('high');
  });
});

/** 60 days of one campaign, newest last; the last `hot` days cost `factor` times as much. */
function campaign(id: number, hot: number, factor: number) {
  const days = Array.from({ length: 60 }, (_, index) => 60 - index);
  return {
    ...{ campaign_id: id, name: `C${String(id)}`, channel: 'search', budget: 100, days_ago: days },
    spend: days.map((ago) => (ago <= hot ? 100 * factor : 100)),
    clicks: days.map(() => 100),
    conversions: days.map(() => 4),
    revenue: days.map(() => 400),
  };
}

describe('ia-cmo', () => {
  it('sets a campaign back that costs three times as much for the same clicks', async () => {
    const [finding] = await findingsOf(
      'ia-cmo',
      'campaign-costs',
      contextWith({ 'campaign-days': [campaign(1, 3, 3), campaign(2, 0, 1)] })
    );
    expect(measureOf(finding, 'cost per click of C1')).toBe(3);
    expect(finding?.proposals[0]).toMatchObject({
      actionType: 'ads.campaign-budget',
      parameters: { campaignId: 1, dailyBudgetAmount: 100 },
    });
    // 200 of excess over 200 of usual spend.
    expect(finding?.severity).toBe('critical');
  });

  it('says whether visits or conversion fell', async () => {
    const channel = {
      channel: 'organic',
      paid: false,
      sessions: 1_000,
      sessions_before: 1_000,
      orders: 10,
      orders_before: 20,
    };
    const [finding] = await findingsOf('ia-cmo', 'acquisition-parts', contextWith({ 'channel-traffic': [channel] }));
    expect(finding?.kpiIds).toEqual(['conversion_rate', 'cac']);
    expect(measureOf(finding, 'orders per session')).toBe(1);
  });
});

describe('pricing-bot', () => {
  it('puts back prices that moved further than people move them', async () => {
    const move = {
      ...{ sku: 'x', category: 'Kitchen', reason: 'list', old_price: 50, new_price: 10, list_price: 10, unit_cost: 20 },
      ...{ days_ago: 1, units_28d: 10, usual_price: 50 },
    };
    const rows = [1, 2, 3, 4].map((id) => ({ ...move, product_id: id }));
    const [finding] = await findingsOf('pricing-bot', 'price-moves', contextWith({ 'price-moves': rows }));
    expect(measureOf(finding, 'mean move')).toBe(-80);
    expect(measureOf(finding, 'sold below cost')).toBe(4);
    expect(finding?.proposals[0]?.parameters['changes']).toContainEqual({ productId: 1, newPrice: 50 });
  });
});

describe('seo-sentinel', () => {
  it('names the page that lost its score', async () => {
    const rows = [{ page: '/product', category: 'seo', score: 70, score_before: 92, run_id: 5, runs: 28 }];
    const [finding] = await findingsOf('seo-sentinel', 'page-scores', contextWith({ 'page-audits': rows }));
    expect(finding).toMatchObject({ title: '/product lost 22 points of its seo score', severity: 'high' });
    expect(finding?.proposals.map((one) => one.actionType)).toEqual(['seo.fix-pages']);
  });
});

describe('ia-crm', () => {
  it('writes to regulars who stay away', async () => {
    const row = {
      customers: 1_000,
      repeaters: 400,
      at_risk: 240,
      order_value: 80,
      cohort: 100,
      cohort_repeaters: 30,
      earlier_cohort: 90,
    };
    const [finding] = await findingsOf('ia-crm', 'customers-at-risk', contextWith({ 'customers-at-risk': [row] }));
    expect(measureOf(finding, 'repeat rate of the cohort')).toBe(30);
    // 240 × 0.5 % = 1.2 orders × 80 × 45 % ÷ 100 customers.
    expect(finding?.proposals[0]?.expected[0]?.change).toBeCloseTo(0.432);
  });
});

describe('ia-support', () => {
  it('asks for the people the queue model needs', async () => {
    const usual = { opened: 24, answered: 24, waiting: 5, median_minutes: 60 };
    const rows = Array.from({ length: 35 }, (_, index) => ({
      ...usual,
      days_ago: index,
      ...(index < 4 && { opened: 60, waiting: 150, median_minutes: 900 }),
    }));
    const staff = { shifts_per_day: 3, hours: 12, cost_per_day: 360 };
    const context = contextWith(
      { 'support-days': rows, 'support-staff': [staff] },
      { kpi: (id) => (id === 'response_time' ? reading('response_time', 900, 'critical') : undefined) }
    );
    const [finding] = await findingsOf('ia-support', 'support-queue', context);
    expect(measureOf(finding, 'tickets waiting')).toBe(150);
    // 24 ÷ 3 ÷ 12 ÷ 0.85 = 0.78 an hour each; 60 ÷ 12 + 150 ÷ 36 = 9.2 an hour need 13 for a wait below 2 hours.
    expect(finding?.proposals[0]?.parameters).toMatchObject({ extraAgents: 10 });
  });
});

import { describe, expect, it } from 'vitest';
import { contextWith, findingsOf, measureOf } from '../../test/_harness/company-rows.ts';

describe('ia-partners', () => {
  it('finds the supplier that became dearer on the same products', async () => {
    const row = {
      supplier_id: 1,
      supplier: 'Nord',
      products: 12,
      bought: 11_500,
      at_old_prices: 10_000,
      comparable: 11_000,
    };
    const [finding] = await findingsOf('ia-partners', 'supplier-prices', contextWith({ 'supplier-prices': [row] }));
    expect(finding).toMatchObject({ title: 'Nord became 10.0 % dearer', severity: 'high' });
    expect(finding?.proposals[0]?.parameters).toMatchObject({ counterparty: 'Nord', yearlyAmount: 46_000 });
  });
});

describe('ia-international', () => {
  it('finds the country that fell beyond chance and beyond the others', async () => {
    const row = {
      country: 'FR',
      sessions: 2_000,
      sessions_before: 8_000,
      orders: 20,
      orders_before: 200,
      value: 80,
      value_before: 80,
    };
    const rows = [row, { ...row, country: 'DE', orders: 50 }, { ...row, country: 'AT', orders: 49 }];
    const [finding] = await findingsOf('ia-international', 'country-trade', contextWith({ 'country-trade': rows }));
    expect(finding?.title).toBe('Conversion in FR fell by 60 %, elsewhere by 2 %');
  });

  it('promises the days that parcels really take longer', async () => {
    const row = { country: 'CH', parcels: 50, days: 7.4, days_before: 4, late: 0.4, late_before: 0.05 };
    const [finding] = await findingsOf(
      'ia-international',
      'country-delivery',
      contextWith({ 'country-delivery': [row] })
    );
    expect(finding?.proposals[0]?.parameters).toMatchObject({ extraDays: 4, shareOfOrders: 1 });
  });
});

describe('ia-market-intel', () => {
  it('marks down what lies, never below cost', async () => {
    const row = {
      sku: 'x',
      category: 'Bath',
      quantity: 10,
      stock_value: 200,
      price: 50,
      unit_cost: 20,
      days_since_sale: 120,
      unsold: true,
    };
    const rows = Array.from({ length: 12 }, (_, id) => ({
      ...row,
      product_id: id + 1,
      unit_cost: id === 0 ? 45 : 20,
      unsold: id < 6,
    }));
    const [finding] = await findingsOf('ia-market-intel', 'unsold-products', contextWith({ 'unsold-products': rows }));
    expect(measureOf(finding, 'products without a sale')).toBe(6);
    expect(finding?.proposals[0]?.parameters['changes']).toHaveLength(5);
    expect(finding?.proposals[0]?.parameters['changes']).toContainEqual({ productId: 2, newPrice: 40 });
  });

  it('buys the visitors a free channel no longer sends where an order is cheapest', async () => {
    const channel = {
      channel: 'organic',
      paid: false,
      sessions: 100,
      sessions_before: 800,
      orders: 2,
      orders_before: 16,
    };
    const days = Array.from({ length: 40 }, (_, index) => 40 - index);
    const campaign = {
      ...{ campaign_id: 4, name: 'Search', channel: 'search', budget: 100, days_ago: days },
      ...{
        spend: days.map(() => 100),
        clicks: days.map(() => 90),
        conversions: days.map(() => 5),
        revenue: days.map(() => 500),
      },
    };
    const [finding] = await findingsOf(
      'ia-market-intel',
      'traffic-mix',
      contextWith({ 'channel-traffic': [channel], 'campaign-days': [campaign] })
    );
    expect(finding?.severity).toBe('critical');
    expect(finding?.proposals[0]?.parameters).toEqual({ campaignId: 4, dailyBudgetAmount: 150 });
  });
});

describe('ia-risk', () => {
  it('sees how much revenue hangs on a supplier that is late', async () => {
    const row = {
      supplier_id: 1,
      supplier: 'Nord',
      revenue: 6_000,
      products: 40,
      overdue_orders: 2,
      overdue_days: 8,
      with_alternative: 5,
    };
    const rows = [row, { ...row, supplier_id: 2, supplier: 'Sued', revenue: 4_000, overdue_days: 0 }];
    const [finding] = await findingsOf(
      'ia-risk',
      'supplier-concentration',
      contextWith({ 'supplier-concentration': rows })
    );
    expect(finding).toMatchObject({
      title: '60 % of revenue hangs on Nord, which is 8 days late',
      severity: 'critical',
    });
  });

  it('sees how much one customer owes', async () => {
    const invoice = { days_over: 20, amount: 500, disputed: false, open_amount: 1_000, open_invoices: 3 };
    const rows = [
      { ...invoice, invoice_id: 1, customer_id: 1 },
      { ...invoice, invoice_id: 2, customer_id: 2, amount: 300, days_over: 0 },
      { ...invoice, invoice_id: 3, customer_id: 3, amount: 200, days_over: 0 },
    ];
    const [finding] = await findingsOf('ia-risk', 'debtor-concentration', contextWith({ 'overdue-invoices': rows }));
    expect(finding?.title).toBe('One customer owes 50 % of all open invoices and is 20 days late');
  });
});

import { describe, expect, it } from 'vitest';
import { contextWith, findingsOf, measureOf } from '../../test/_harness/company-rows.ts';
import { reading } from '../../test/_harness/coordination-input.ts';

describe('ia-ceo', () => {
  it('sees when sales run below every one of four weeks', async () => {
    const rows = Array.from({ length: 70 }, (_, day) => ({
      days_ago: day,
      orders: 10,
      revenue: day < 7 ? 600 : 1_000,
      canceled: 0,
    }));
    const [finding] = await findingsOf('ia-ceo', 'trading-pace', contextWith({ 'trading-days': rows }));
    expect(finding?.title).toBe('Sales run 40 % below the four weeks before');
    expect(finding?.detail).toContain('11200 EUR of revenue are missing');
  });

  it('names the squad that costs most health', async () => {
    const red = ['code_health', 'test_coverage', 'tech_debt_score'] as const;
    const context = contextWith(
      {},
      { kpi: (id) => reading(id, 40, red.some((one) => one === id) ? 'critical' : 'ok') }
    );
    const [finding] = await findingsOf('ia-ceo', 'health-concentration', context);
    expect(finding?.evidence[0]?.entities[0]?.id).toBe('performance');
    // Weights 2 + 2 + 2 with a score of 0.
    expect(finding?.detail).toBe('Together they cost 6.0 points of company health.');
  });
});

describe('ia-cfo', () => {
  it('computes burn and how long cash lasts', async () => {
    const rows = Array.from({ length: 26 }, (_, week) => ({
      week,
      kind: 'operating',
      amount: week < 13 ? -23_000 : -11_500,
      balance: 300_000,
    }));
    const [finding] = await findingsOf('ia-cfo', 'cash-bridge', contextWith({ 'cash-days': rows }));
    // 23,000 a week × 4.348 weeks = 100,009 a month: three months.
    expect(measureOf(finding, 'net burn')).toBeCloseTo(100_008.9, 0);
    expect(finding?.severity).toBe('critical');
  });

  it('finds the line that left its budget and freezes it', async () => {
    const line = {
      department: 'tech',
      account: 'cloud',
      spent: 2_600,
      planned: 1_800,
      monthly_budget: 3_600,
      per_day: 200,
      usual_per_day: 120,
      days_gone: 15,
    };
    const rest = { ...line, account: 'salaries', spent: 9_000, planned: 9_000, per_day: 600, usual_per_day: 600 };
    const [finding] = await findingsOf('ia-cfo', 'budget-lines', contextWith({ 'budget-lines': [line, rest] }));
    expect(finding?.title).toBe('tech/cloud is 800 EUR over its budget');
    expect(finding?.proposals[0]).toMatchObject({
      actionType: 'finance.spend-freeze',
      parameters: { monthlyAmount: 6_000 },
    });
  });

  it('splits a fall of the margin into price and mix', async () => {
    const part = {
      category: 'Kitchen',
      revenue: 1_000,
      cost: 700,
      discount: 0,
      revenue_before: 4_000,
      cost_before: 2_000,
      discount_before: 0,
    };
    const [finding] = await findingsOf('ia-cfo', 'margin-bridge', contextWith({ 'margin-parts': [part] }));
    expect(measureOf(finding, 'gross margin')).toBe(30);
    expect(measureOf(finding, 'effect within product groups')).toBe(-20);
  });

  it('reminds of overdue invoices and leaves disputed ones out', async () => {
    const invoice = {
      invoice_id: 1,
      customer_id: 5,
      days_over: 30,
      amount: 600,
      disputed: false,
      open_amount: 1_000,
      open_invoices: 2,
    };
    const rows = [invoice, { ...invoice, invoice_id: 2, amount: 400, disputed: true }];
    const [finding] = await findingsOf('ia-cfo', 'overdue-invoices', contextWith({ 'overdue-invoices': rows }));
    expect(finding?.proposals.map((one) => one.parameters['invoiceIds'])).toEqual([[1], [2]]);
  });
});

describe('ia-legal', () => {
  it('counts returns past the 14 days of the law', async () => {
    const row = { return_id: 1, order_id: 10, age_days: 20, amount: 90, open_returns: 2 };
    const [finding] = await findingsOf(
      'ia-legal',
      'return-deadlines',
      contextWith({ 'unpaid-returns': [row, { ...row, return_id: 2, age_days: 12 }] })
    );
    expect(measureOf(finding, 'returns past the term')).toBe(1);
    expect(finding?.proposals.map((one) => one.actionType)).toEqual(['legal.deadline', 'helpdesk.refund-batch']);
  });
});

describe('ia-esg', () => {
  it('weighs what every factor misses', async () => {
    const factor = { pillar: 'E', weight: 0.5, score: 40, score_before: 60, age_days: 40, has_evidence: true };
    const rows = [
      { ...factor, code: 'co2' },
      { ...factor, code: 'water', weight: 0.25, score: 80, score_before: 80 },
      { ...factor, code: 'board', pillar: 'G', weight: 0.25, score: 90, score_before: 90 },
    ];
    const [finding] = await findingsOf('ia-esg', 'esg-weakest', contextWith({ 'esg-factors': rows }));
    expect(finding).toMatchObject({ title: 'co2 costs 30.0 points of the ESG score', severity: 'high' });
  });

  it('asks to measure what nobody measures any more', async () => {
    const rows = [
      { code: 'co2', pillar: 'E', weight: 1, score: null, score_before: null, age_days: null, has_evidence: false },
    ];
    const [finding] = await findingsOf('ia-esg', 'esg-coverage', contextWith({ 'esg-factors': rows }));
    expect(finding?.proposals[0]?.description).toBe('It was never measured.');
  });
});

describe('ia-hr', () => {
  it('tells a search from a decision that waits', async () => {
    const row = {
      requisition_id: 1,
      department: 'tech',
      title: 'engineer',
      age_days: 60,
      candidates: 0,
      usual_days: 35,
    };
    const rows = [row, { ...row, requisition_id: 2, age_days: 45, candidates: 3 }];
    const [finding] = await findingsOf('ia-hr', 'open-requisitions', contextWith({ 'open-requisitions': rows }));
    expect(finding?.proposals.map((one) => one.parameters['requisitionIds'])).toEqual([[1], [2]]);
  });

  it('finds the team people leave', async () => {
    const row = { department: 'support', people: 8, people_before: 12, leavers: 5, leavers_90d: 3 };
    const [finding] = await findingsOf('ia-hr', 'team-attrition', contextWith({ 'team-attrition': [row] }));
    // 5 of a mean of 10 people.
    expect(finding).toMatchObject({ title: 'support lost 50 % of its people in twelve months', severity: 'critical' });
  });
});

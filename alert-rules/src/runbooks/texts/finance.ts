import type { RunbookText } from '../runbook-text.ts';

export const financeRunbooks = {
  burn_rate: {
    impact: 'The company loses cash faster than planned; runway shortens with every month.',
    asks: 'Which kind of movement grew, month by month?',
    sql: `SELECT date_trunc('month', m.booked_on)::date AS month, m.kind, sum(m.amount) FILTER (WHERE m.amount > 0) AS received, sum(m.amount) FILTER (WHERE m.amount < 0) AS paid
FROM shop.cash_movements m WHERE m.booked_on >= :as_of::date - 180 AND m.booked_on < :as_of::date GROUP BY 1, 2 ORDER BY 1 DESC, 2;`,
    causes: [
      'Customers pay later: received falls while sales do not; see payment_delay.',
      'A large purchase order or a yearly payment: one month sticks out.',
      'Advertising or payroll grew ahead of revenue; see budget_variance.',
      'Margin fell; see gross_margin.',
    ],
    cures: [
      { action: 'finance.collect', when: 'receivables are overdue: fastest cash there is' },
      { action: 'finance.spend-freeze', when: 'spending that nobody has committed to yet can wait' },
      { action: 'ads.campaign-budget', when: 'advertising grew faster than what it brings' },
      { action: 'erp.purchase-order-cancel', when: 'more stock is on order than will be sold' },
      { action: 'finance.renegotiate', when: 'terms with a supplier can be stretched' },
    ],
    caution:
      'Three months of lumpy movements: one postponed payment improves it and returns. Negative means the company generates cash.',
  },
  runway: {
    impact: 'Below 12 months a plan is needed, below 6 it is an emergency: raising money takes about half a year.',
    asks: 'What is in the accounts, and since when does it fall?',
    sql: `SELECT a.name, a.currency_code, m.booked_on, m.balance_after
FROM shop.bank_accounts a CROSS JOIN LATERAL (SELECT booked_on, balance_after FROM shop.cash_movements
  WHERE bank_account_id = a.id AND booked_on < :as_of::date ORDER BY booked_on DESC, id DESC LIMIT 1) m ORDER BY m.balance_after DESC;`,
    causes: [
      'Burn rose: start with the runbook of burn_rate.',
      'Cash was spent on purpose: an investment, a repayment. Check kind = financing and investing.',
      'An account has no recent movement: then the balance is old, not low.',
    ],
    cures: [
      { action: 'finance.spend-freeze', when: 'critical: until the board has decided' },
      { action: 'finance.collect', when: 'receivables are overdue' },
      { action: 'finance.budget', when: 'a cost line has to be cut for good' },
      { action: 'work.question', when: 'financing is a question for people only' },
    ],
    caution:
      'Follows from cash and burn; there is nothing else to improve. With burn at or below zero the KPI is ok without a value.',
  },
  gross_margin: {
    impact:
      'Each sale earns less; ads that were worth their money are not any more, and burn rises by the lost margin.',
    asks: 'Which products sell below the margin of the month before?',
    sql: `SELECT p.id, p.sku, sum(i.quantity) AS units, round(avg(i.unit_price), 2) AS price, round(avg(i.unit_cost), 2) AS cost,
  round(100 * (1 - sum(i.quantity * i.unit_cost) / nullif(sum(i.quantity * i.unit_price - i.discount_amount), 0)), 1) AS margin_percent
FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id JOIN shop.products p ON p.id = i.product_id
WHERE o.created_at BETWEEN :as_of::timestamptz - interval '7 days' AND :as_of AND o.canceled_at IS NULL
GROUP BY 1, 2 ORDER BY sum(i.quantity * (i.unit_price - i.unit_cost)) LIMIT 20;`,
    causes: [
      'A bad price import: prices below cost, from one hour on. See price_changes.',
      'Discounts: a coupon without a limit, a promotion that never ended.',
      'Purchase prices rose and list prices did not follow.',
      'Refunds: see return_rate.',
    ],
    cures: [
      { action: 'price-list.restore', when: 'a price change was wrong' },
      { action: 'price-list.change', when: 'costs rose: within the limits of pricing-bot' },
      { action: 'crm.coupon-limit', when: 'a coupon explains it' },
      { action: 'finance.renegotiate', when: 'one supplier explains it' },
    ],
    caution:
      'Raising prices raises the margin and lowers the units. One missing unit cost makes the KPI undefined on purpose.',
  },
  payment_delay: {
    impact: 'Sold goods are not yet money: each day costs a day of credit sales in cash.',
    asks: 'Who pays late, and is it a dispute?',
    sql: `SELECT i.customer_id, count(*) AS invoices, sum(i.total_amount) AS amount, count(i.disputed_at) AS disputed, min(i.due_at)::date AS oldest_due
FROM shop.invoices i WHERE i.issued_at <= :as_of AND i.due_at < :as_of
  AND NOT EXISTS (SELECT 1 FROM shop.payments p WHERE p.invoice_id = i.id AND p.paid_at <= :as_of)
GROUP BY 1 ORDER BY amount DESC LIMIT 20;`,
    causes: [
      'Few large customers pay late: the mean is weighted by amount.',
      'Disputed invoices: they take about 13 days longer; see invoice_accuracy.',
      'Old debts were paid at last: the mean rises although things got better. Look at the overdue share.',
    ],
    cures: [
      { action: 'finance.collect', when: 'invoices are overdue and undisputed' },
      { action: 'finance.correct-invoices', when: 'disputes are behind it' },
      { action: 'finance.renegotiate', when: 'one customer always pays late: other terms' },
    ],
    caution:
      'Ninety days of paid invoices: it sees only who paid. In France the legal limit is 60 days after the invoice.',
  },
  invoice_accuracy: {
    impact: 'Wrong invoices are paid late, cost work twice and annoy customers.',
    asks: 'What is being credited or disputed, and why?',
    sql: `SELECT n.reason, count(*) AS credit_notes, sum(n.amount) AS amount, min(n.issued_at)::date AS first, max(n.issued_at)::date AS last
FROM shop.credit_notes n JOIN shop.invoices i ON i.id = n.invoice_id
WHERE i.issued_at BETWEEN :as_of::timestamptz - interval '150 days' AND :as_of GROUP BY 1 ORDER BY 2 DESC;`,
    causes: [
      'A wrong price or tax rate in the master data: one reason, one start date.',
      'Deliveries that differ from the order: see shipping_accuracy.',
      'Discounts agreed in a mail and not in the order.',
    ],
    cures: [
      { action: 'finance.correct-invoices', when: 'wrong ones are out and not yet disputed' },
      { action: 'work.issue', when: 'the cause is in data or software' },
    ],
    caution: 'Sixty days until an invoice counts: today’s cure is seen in two months, its credit notes at once.',
  },
  budget_variance: {
    impact: 'Money goes where nobody planned it, or planned work does not happen: both sides of the band cost.',
    asks: 'Which lines of the month are off?',
    sql: `WITH m AS (SELECT date_trunc('month', :as_of::date - 1)::date AS month)
SELECT b.department, b.account, b.amount AS budget, coalesce(sum(l.amount), 0) AS actual
FROM m JOIN shop.budgets b ON b.period_month = m.month AND NOT b.is_revenue
LEFT JOIN shop.ledger_entries l ON l.department = b.department AND l.account = b.account AND NOT l.is_revenue AND l.booked_on >= m.month AND l.booked_on < :as_of::date
GROUP BY 1, 2, 3 ORDER BY abs(coalesce(sum(l.amount), 0) - b.amount) DESC LIMIT 20;`,
    causes: [
      'An invoice was booked early or late: early in the month single entries weigh much.',
      'Advertising overspent: see cac and roi_campaigns.',
      'A budget is missing or has the wrong month: actual without budget.',
    ],
    cures: [
      { action: 'finance.spend-freeze', when: 'a line is overspent and the rest can wait' },
      { action: 'finance.budget', when: 'the plan is wrong, not the spending' },
      { action: 'ads.campaign-budget', when: 'the advertising line is the cause' },
    ],
    caution: 'On the 1st the KPI still shows the month before. Compared with the same share of the budget by days.',
  },
} as const satisfies Record<string, RunbookText>;

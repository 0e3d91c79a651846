-- Spending of the day against a day's share of the month's budget.
-- @with rates
-- @scale 100
-- @matures 0
SELECT
  d::date AS day,
  spent.amount - planned.amount AS numerator,
  abs(planned.amount) AS denominator,
  spent.entries AS sample_size,
  CASE WHEN spent.mixed_currency OR planned.mixed_currency THEN 'mixed_currency' END AS reason
FROM generate_series(:from_day, :to_day - 1, interval '1 day') d
CROSS JOIN LATERAL (
  SELECT coalesce(sum(l.amount * r.rate), 0) AS amount, count(*) AS entries, bool_or(r.rate IS NULL) AS mixed_currency
  FROM ledger_entries l
  LEFT JOIN rates r ON r.currency_code = l.currency_code
  WHERE NOT l.is_revenue
    AND l.booked_on = d::date
) spent
CROSS JOIN LATERAL (
  SELECT
    sum(b.amount * r.rate) / extract(day FROM date_trunc('month', d) + interval '1 month - 1 day') AS amount,
    bool_or(r.rate IS NULL) AS mixed_currency
  FROM budgets b
  LEFT JOIN rates r ON r.currency_code = b.currency_code
  WHERE NOT b.is_revenue
    AND b.period_month = date_trunc('month', d)::date
) planned
WHERE d < :as_of::date
  AND planned.amount IS NOT NULL

-- (actual − budget) ÷ |budget| of the complete days of the month, the budget phased by day; on the 1st still the month before.
-- @with rates
-- @scale 100
SELECT
  spent.amount - planned.amount AS numerator,
  abs(planned.amount) AS denominator,
  spent.entries AS sample_size,
  CASE WHEN planned.mixed_currency OR spent.mixed_currency THEN 'mixed_currency' END AS reason
FROM (
  SELECT
    date_trunc('month', yesterday)::date AS first_day,
    (extract(day FROM yesterday) / extract(day FROM date_trunc('month', yesterday) + interval '1 month - 1 day')) AS elapsed
  FROM (SELECT :as_of::date - 1 AS yesterday) known
) month
CROSS JOIN LATERAL (
  SELECT sum(b.amount * r.rate) * month.elapsed AS amount, coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
  FROM budgets b
  LEFT JOIN rates r ON r.currency_code = b.currency_code
  WHERE NOT b.is_revenue
    AND b.period_month = month.first_day
) planned
CROSS JOIN LATERAL (
  SELECT
    sum(l.amount * r.rate) AS amount,
    count(*) AS entries,
    coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
  FROM ledger_entries l
  LEFT JOIN rates r ON r.currency_code = l.currency_code
  WHERE NOT l.is_revenue
    AND l.booked_on >= month.first_day
    AND l.booked_on < :as_of::date
) spent

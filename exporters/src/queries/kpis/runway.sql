-- Cash ÷ net burn in months; a company that generates cash has no runway to run out of, and says so.
-- @with rates, net_burn
-- @scale 1
SELECT
  CASE WHEN b.per_month > 0 THEN cash.amount END AS numerator,
  CASE WHEN b.per_month > 0 THEN b.per_month END AS denominator,
  1 AS sample_size,
  CASE
    WHEN cash.mixed_currency OR b.mixed_currency THEN 'mixed_currency'
    WHEN b.movements > 0 AND b.per_month <= 0 THEN 'cash_generating'
  END AS reason
FROM net_burn b
CROSS JOIN (
  SELECT sum(latest.balance_after * r.rate) AS amount, coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
  FROM bank_accounts a
  CROSS JOIN LATERAL (
    SELECT m.balance_after
    FROM cash_movements m
    WHERE m.bank_account_id = a.id
      AND m.booked_on < :as_of::date
    ORDER BY m.booked_on DESC, m.id DESC
    LIMIT 1
  ) latest
  LEFT JOIN rates r ON r.currency_code = a.currency_code
) cash

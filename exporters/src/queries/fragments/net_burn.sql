-- Net burn of the last three months per month: what left the bank, financing aside; negative while cash is generated.
-- @with rates
SELECT
  -coalesce(sum(m.amount * r.rate) FILTER (WHERE m.kind <> 'financing'), 0) / 3 AS per_month,
  count(*) AS movements,
  coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
FROM cash_movements m
JOIN bank_accounts a ON a.id = m.bank_account_id
LEFT JOIN rates r ON r.currency_code = a.currency_code
WHERE m.booked_on >= (:as_of::date - interval '3 months')::date
  AND m.booked_on < :as_of::date

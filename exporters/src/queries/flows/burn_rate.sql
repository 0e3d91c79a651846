-- What left the bank on the day, financing aside; the scale is the mean length of a month in days.
-- @with rates
-- @scale 30.436875
-- @matures 0
SELECT
  m.booked_on AS day,
  -sum(m.amount * r.rate) FILTER (WHERE m.kind <> 'financing') AS numerator,
  1 AS denominator,
  count(*) AS sample_size,
  CASE WHEN bool_or(r.rate IS NULL) THEN 'mixed_currency' END AS reason
FROM cash_movements m
JOIN bank_accounts a ON a.id = m.bank_account_id
LEFT JOIN rates r ON r.currency_code = a.currency_code
WHERE m.booked_on >= :from_day
  AND m.booked_on < :to_day
  AND m.booked_on < :as_of::date
GROUP BY m.booked_on

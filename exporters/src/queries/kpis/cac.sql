-- Marketing spend ÷ new customers (first order ever) of the last 30 complete days; undefined without a new customer.
-- @with rates
-- @scale 1
SELECT
  spent.amount AS numerator,
  gained.customers AS denominator,
  gained.customers AS sample_size,
  CASE WHEN spent.mixed_currency THEN 'mixed_currency' END AS reason
FROM (
  SELECT coalesce(sum(amount), 0) AS amount, coalesce(bool_or(amount IS NULL), false) AS mixed_currency
  FROM (
    SELECT d.spend * r.rate AS amount
    FROM campaign_daily_stats d
    JOIN campaigns c ON c.id = d.campaign_id
    LEFT JOIN rates r ON r.currency_code = c.currency_code
    WHERE d.date_day >= :as_of::date - 30
      AND d.date_day < :as_of::date
    UNION ALL
    SELECT m.amount * r.rate
    FROM marketing_costs m
    LEFT JOIN rates r ON r.currency_code = m.currency_code
    WHERE m.booked_on >= :as_of::date - 30
      AND m.booked_on < :as_of::date
  ) costs
) spent
CROSS JOIN (
  SELECT count(*) AS customers
  FROM customers
  WHERE first_order_at >= :as_of::date - 30
    AND first_order_at < :as_of::date
) gained

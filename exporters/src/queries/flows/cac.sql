-- Marketing spend and new customers of the day; either may be missing on a day.
-- @with rates
-- @scale 1
-- @matures 0
SELECT
  coalesce(spent.day, gained.day) AS day,
  coalesce(spent.amount, 0) AS numerator,
  coalesce(gained.customers, 0) AS denominator,
  coalesce(gained.customers, 0) AS sample_size,
  CASE WHEN spent.mixed_currency THEN 'mixed_currency' END AS reason
FROM (
  SELECT day, sum(amount) AS amount, bool_or(amount IS NULL) AS mixed_currency
  FROM (
    SELECT d.date_day AS day, d.spend * r.rate AS amount
    FROM campaign_daily_stats d
    JOIN campaigns c ON c.id = d.campaign_id
    LEFT JOIN rates r ON r.currency_code = c.currency_code
    WHERE d.date_day >= :from_day
      AND d.date_day < :to_day
      AND d.date_day < :as_of::date
    UNION ALL
    SELECT m.booked_on, m.amount * r.rate
    FROM marketing_costs m
    LEFT JOIN rates r ON r.currency_code = m.currency_code
    WHERE m.booked_on >= :from_day
      AND m.booked_on < :to_day
      AND m.booked_on < :as_of::date
  ) costs
  GROUP BY day
) spent
FULL JOIN (
  SELECT first_order_at::date AS day, count(*) AS customers
  FROM customers
  WHERE first_order_at >= :from_day
    AND first_order_at < :to_day
    AND first_order_at < :as_of::date
  GROUP BY 1
) gained ON gained.day = spent.day

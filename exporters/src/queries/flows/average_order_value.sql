-- Net value and number of the orders of the day.
-- @with span_orders
-- @scale 1
-- @matures 0
SELECT
  day,
  sum(net_amount) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size,
  CASE WHEN bool_or(rate IS NULL) THEN 'mixed_currency' END AS reason
FROM span_orders
WHERE day < :to_day
GROUP BY day

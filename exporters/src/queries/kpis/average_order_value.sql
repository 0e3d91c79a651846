-- Net merchandise value ÷ orders of the last 28 days, without VAT and shipping.
-- @with recent_orders
-- @scale 1
SELECT
  sum(net_amount) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size,
  CASE WHEN bool_or(rate IS NULL) THEN 'mixed_currency' END AS reason
FROM recent_orders

-- Margin and revenue of the day's orders, refunds counted on the day the goods came back.
-- @with rates, span_orders
-- @scale 100
-- @matures 0
SELECT
  day,
  sum(revenue - cost) AS numerator,
  sum(revenue) AS denominator,
  sum(lines) AS sample_size,
  CASE WHEN bool_or(incomplete) THEN 'mixed_currency' END AS reason
FROM (
  SELECT
    o.day,
    (i.quantity * i.unit_price - i.discount_amount) * o.rate AS revenue,
    i.quantity * i.unit_cost * o.rate AS cost,
    1 AS lines,
    o.rate IS NULL OR i.unit_cost IS NULL AS incomplete
  FROM span_orders o
  JOIN order_items i ON i.order_id = o.id
  WHERE o.day < :to_day
  UNION ALL
  SELECT
    t.received_at::date,
    -t.refund_amount * r.rate,
    0,
    0,
    r.rate IS NULL AND t.refund_amount <> 0
  FROM returns t
  JOIN orders o ON o.id = t.order_id
  LEFT JOIN rates r ON r.currency_code = o.currency_code
  WHERE t.refund_amount IS NOT NULL
    AND t.received_at >= :from_day
    AND t.received_at < :to_day
    AND t.received_at <= :as_of
) booked
GROUP BY day

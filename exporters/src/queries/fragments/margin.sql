-- Margin of the last 28 days, net of refunds. One missing unit cost leaves ratio null: without it the margin would look too good.
-- @with rates, recent_orders
SELECT
  CASE WHEN all_costed AND revenue > 0 THEN (revenue - cost) / revenue END AS ratio,
  revenue,
  revenue - cost AS amount,
  orders,
  mixed_currency
FROM (
  SELECT
    sold.revenue - refunded.amount AS revenue,
    sold.cost,
    sold.all_costed,
    sold.orders,
    sold.mixed_currency OR refunded.mixed_currency AS mixed_currency
  FROM (
    SELECT
      sum((i.quantity * i.unit_price - i.discount_amount) * o.rate) AS revenue,
      sum(i.quantity * i.unit_cost * o.rate) AS cost,
      bool_and(i.unit_cost IS NOT NULL) AS all_costed,
      count(DISTINCT o.id) AS orders,
      coalesce(bool_or(o.rate IS NULL), false) AS mixed_currency
    FROM order_items i
    JOIN recent_orders o ON o.id = i.order_id
  ) sold
  CROSS JOIN (
    SELECT
      coalesce(sum(t.refund_amount * r.rate), 0) AS amount,
      coalesce(bool_or(r.rate IS NULL AND t.refund_amount <> 0), false) AS mixed_currency
    FROM returns t
    JOIN orders o ON o.id = t.order_id
    LEFT JOIN rates r ON r.currency_code = o.currency_code
    WHERE t.received_at > :as_of - interval '28 days'
      AND t.received_at <= :as_of
  ) refunded
) net

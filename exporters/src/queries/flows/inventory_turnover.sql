-- Cost of the goods sold on the day and the inventory held, by its last snapshot of the day; the scale makes it a yearly rate.
-- A day without a snapshot has neither: its cost alone would distort the sums over a span.
-- @with rates, span_orders
-- @scale 365
-- @matures 0
SELECT
  o.day,
  CASE WHEN max(held.value) IS NOT NULL THEN sum(i.quantity * i.unit_cost * o.rate) END AS numerator,
  max(held.value) AS denominator,
  count(*) AS sample_size,
  CASE
    WHEN bool_or(o.rate IS NULL OR i.unit_cost IS NULL) OR bool_or(held.mixed_currency) THEN 'mixed_currency'
  END AS reason
FROM span_orders o
JOIN order_items i ON i.order_id = o.id
LEFT JOIN (
  SELECT day, sum(value) AS value, bool_or(mixed_currency) AS mixed_currency
  FROM (
    SELECT DISTINCT ON (s.warehouse_id, s.snapshot_at::date)
      s.snapshot_at::date AS day,
      sum(s.quantity * s.unit_cost) * max(r.rate) AS value,
      bool_or(r.rate IS NULL) AS mixed_currency
    FROM inventory_snapshots s
    JOIN warehouses w ON w.id = s.warehouse_id
    LEFT JOIN rates r ON r.currency_code = w.currency_code
    WHERE s.snapshot_at >= :from_day
      AND s.snapshot_at < :to_day
      AND s.snapshot_at <= :as_of
    GROUP BY s.warehouse_id, s.snapshot_at
    ORDER BY s.warehouse_id, s.snapshot_at::date, s.snapshot_at DESC
  ) warehouse_day
  GROUP BY day
) held ON held.day = o.day
WHERE o.day < :to_day
GROUP BY o.day

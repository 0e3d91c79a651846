-- Cost of goods of 12 months ÷ mean inventory at cost; the last snapshot of a warehouse and day is its value of that day.
-- @with rates
-- @scale 1
SELECT
  sold.cost AS numerator,
  held.mean_value AS denominator,
  held.days AS sample_size,
  CASE WHEN sold.mixed_currency OR held.mixed_currency THEN 'mixed_currency' END AS reason
FROM (
  SELECT
    CASE WHEN bool_and(i.unit_cost IS NOT NULL) THEN sum(i.quantity * i.unit_cost * r.rate) END AS cost,
    coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
  FROM order_items i
  JOIN orders o ON o.id = i.order_id
  LEFT JOIN rates r ON r.currency_code = o.currency_code
  WHERE (o.canceled_at IS NULL OR o.canceled_at > :as_of)
    AND o.created_at > :as_of - interval '12 months'
    AND o.created_at <= :as_of
) sold
CROSS JOIN (
  SELECT avg(value) AS mean_value, count(*) AS days, coalesce(bool_or(mixed_currency), false) AS mixed_currency
  FROM (
    SELECT day, sum(value) AS value, bool_or(mixed_currency) AS mixed_currency
    FROM (
      SELECT DISTINCT ON (s.warehouse_id, s.snapshot_at::date)
        s.snapshot_at::date AS day,
        sum(s.quantity * s.unit_cost) * max(r.rate) AS value,
        bool_or(r.rate IS NULL) AS mixed_currency
      FROM inventory_snapshots s
      JOIN warehouses w ON w.id = s.warehouse_id
      LEFT JOIN rates r ON r.currency_code = w.currency_code
      WHERE s.snapshot_at > :as_of - interval '12 months'
        AND s.snapshot_at <= :as_of
      GROUP BY s.warehouse_id, s.snapshot_at
      ORDER BY s.warehouse_id, s.snapshot_at::date, s.snapshot_at DESC
    ) warehouse_day
    GROUP BY day
  ) company_day
) held

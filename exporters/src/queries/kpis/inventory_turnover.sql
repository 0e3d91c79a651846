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
    SELECT latest.day, sum(stock.value * r.rate) AS value, bool_or(r.rate IS NULL) AS mixed_currency
    FROM (
      -- One step into the key per warehouse and day: a table of hourly snapshots is not read through.
      SELECT w.id AS warehouse_id, w.currency_code, d::date AS day, last.taken_at
      FROM warehouses w
      CROSS JOIN generate_series((:as_of - interval '12 months')::date, :as_of::date, interval '1 day') d
      CROSS JOIN LATERAL (
        SELECT max(snapshot_at) AS taken_at
        FROM inventory_snapshots
        WHERE warehouse_id = w.id
          AND snapshot_at >= d
          AND snapshot_at < d + interval '1 day'
          AND snapshot_at > :as_of - interval '12 months'
          AND snapshot_at <= :as_of
      ) last
    ) latest
    CROSS JOIN LATERAL (
      SELECT sum(s.quantity * s.unit_cost) AS value
      FROM inventory_snapshots s
      WHERE s.warehouse_id = latest.warehouse_id
        AND s.snapshot_at = latest.taken_at
      HAVING count(*) > 0
    ) stock
    LEFT JOIN rates r ON r.currency_code = latest.currency_code
    GROUP BY latest.day
  ) company_day
) held

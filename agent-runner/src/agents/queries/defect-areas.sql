-- Units sold and returned as defective per product group: orders 7–45 days old against those 46–150 days old, and what
-- the stock of the affected products is worth.
WITH lines AS (
  SELECT i.id, coalesce(p.category, 'other') AS category, p.id AS product_id, i.quantity,
         o.created_at > $1::timestamptz - interval '45 days' AS recent
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id JOIN shop.products p ON p.id = i.product_id
  WHERE o.created_at <= $1::timestamptz - interval '7 days' AND o.created_at > $1::timestamptz - interval '150 days'
    AND (o.canceled_at IS NULL OR o.canceled_at > $1)
),
defects AS (
  SELECT ri.order_item_id, sum(ri.quantity) AS units
  FROM shop.return_items ri JOIN shop.returns r ON r.id = ri.return_id
  WHERE ri.reason = 'defect' AND r.requested_at <= $1
  GROUP BY 1
),
groups AS (
  SELECT category, sum(quantity) FILTER (WHERE recent) AS units, coalesce(sum(defects.units) FILTER (WHERE recent), 0) AS defects,
         sum(quantity) FILTER (WHERE NOT recent) AS units_before,
         coalesce(sum(defects.units) FILTER (WHERE NOT recent), 0) AS defects_before,
         (array_agg(DISTINCT product_id::int) FILTER (WHERE recent AND defects.units > 0))[1:40] AS products
  FROM lines LEFT JOIN defects ON defects.order_item_id = lines.id
  GROUP BY category
),
latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days' GROUP BY warehouse_id
),
stock AS (
  SELECT s.product_id, sum(s.quantity * s.unit_cost) AS value FROM shop.inventory_snapshots s JOIN latest USING (warehouse_id, snapshot_at)
  GROUP BY s.product_id
)
SELECT category, units::float8, defects::float8, units_before::float8, defects_before::float8, products,
       coalesce((SELECT sum(value) FROM stock WHERE product_id = ANY (products)), 0)::float8 AS stock_value
FROM groups ORDER BY defects DESC, category

-- Best sellers with stock in the categories $2, without the products $3.
WITH latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days' GROUP BY warehouse_id
),
stock AS (
  SELECT product_id, sum(quantity - reserved_quantity) AS available
  FROM shop.inventory_snapshots JOIN latest USING (warehouse_id, snapshot_at) GROUP BY product_id
),
sold AS (
  SELECT i.product_id, sum(i.quantity) AS units
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '28 days' GROUP BY i.product_id
)
SELECT p.id::int AS product_id, p.sku, p.category, stock.available::float8 AS available, sold.units::float8 AS units
FROM shop.products p JOIN stock ON stock.product_id = p.id JOIN sold ON sold.product_id = p.id
WHERE p.category = ANY ($2::text[]) AND NOT p.id = ANY ($3::bigint[]) AND stock.available > sold.units / 2
  AND p.published_at <= $1 AND (p.discontinued_at IS NULL OR p.discontinued_at > $1)
ORDER BY sold.units DESC, p.id
LIMIT 20

-- Active stocked products without a sale in 90 days, with the money that lies in them.
WITH latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days' GROUP BY warehouse_id
),
stock AS (
  SELECT product_id, sum(quantity) AS quantity FROM shop.inventory_snapshots JOIN latest USING (warehouse_id, snapshot_at) GROUP BY product_id
),
sold AS (
  SELECT i.product_id, max(o.created_at) AS last_sale
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '365 days' GROUP BY i.product_id
)
SELECT p.id::int AS product_id, p.sku, coalesce(p.category, 'other') AS category, coalesce(stock.quantity, 0)::float8 AS quantity,
       (coalesce(stock.quantity, 0) * coalesce(p.unit_cost, 0))::float8 AS stock_value, p.list_price::float8 AS price, p.unit_cost::float8 AS unit_cost,
       (extract(epoch FROM $1::timestamptz - sold.last_sale) / 86400)::float8 AS days_since_sale,
       (sold.last_sale IS NULL OR sold.last_sale <= $1::timestamptz - interval '90 days') AS unsold
FROM shop.products p LEFT JOIN stock ON stock.product_id = p.id LEFT JOIN sold ON sold.product_id = p.id
WHERE p.published_at <= $1::timestamptz - interval '90 days' AND (p.discontinued_at IS NULL OR p.discontinued_at > $1)
ORDER BY stock_value DESC, p.id

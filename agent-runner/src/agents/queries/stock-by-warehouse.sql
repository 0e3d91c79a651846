-- Where the products in $2 lie, per open warehouse, with the units each warehouse shipped of them in 28 days.
WITH latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days' GROUP BY warehouse_id
),
shipped AS (
  SELECT f.warehouse_id, i.product_id, sum(i.quantity) AS units
  FROM shop.fulfillments f JOIN shop.order_items i ON i.order_id = f.order_id
  WHERE f.shipped_at <= $1 AND f.shipped_at > $1::timestamptz - interval '28 days' AND i.product_id = ANY ($2::bigint[])
  GROUP BY 1, 2
)
SELECT s.product_id::int AS product_id, s.warehouse_id::int AS warehouse_id, w.name AS warehouse,
       greatest(s.quantity - s.reserved_quantity, 0)::float8 AS available, coalesce(shipped.units, 0)::float8 / 28 AS daily
FROM shop.inventory_snapshots s
JOIN latest USING (warehouse_id, snapshot_at)
JOIN shop.warehouses w ON w.id = s.warehouse_id
LEFT JOIN shipped ON shipped.warehouse_id = s.warehouse_id AND shipped.product_id = s.product_id
WHERE s.product_id = ANY ($2::bigint[]) AND (w.closed_at IS NULL OR w.closed_at > $1)
ORDER BY 1, 2

-- Days at whose last snapshot nothing of a product was left in any warehouse.
WITH last AS (SELECT warehouse_id, snapshot_at::date AS day, max(snapshot_at) AS at FROM shop.inventory_snapshots
  WHERE snapshot_at >= $1::date AND snapshot_at < $2::date GROUP BY 1, 2)
SELECT s.product_id::int AS product_id, l.day - DATE '1970-01-01' AS day FROM last l
JOIN shop.inventory_snapshots s ON s.warehouse_id = l.warehouse_id AND s.snapshot_at = l.at
GROUP BY 1, 2 HAVING sum(s.quantity - s.reserved_quantity) <= 0

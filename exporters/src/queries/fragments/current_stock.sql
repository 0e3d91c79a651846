-- Stock per product and warehouse: the last complete snapshot of each warehouse at or before as_of.
-- @with open_warehouses
SELECT s.product_id, s.quantity, s.reserved_quantity
FROM open_warehouses w
CROSS JOIN LATERAL (
  SELECT max(snapshot_at) AS taken_at
  FROM inventory_snapshots
  WHERE warehouse_id = w.id
    AND snapshot_at <= :as_of
) latest
JOIN inventory_snapshots s ON s.warehouse_id = w.id AND s.snapshot_at = latest.taken_at

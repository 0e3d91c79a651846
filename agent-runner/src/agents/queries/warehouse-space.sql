-- Used and usable volume per open warehouse now and four weeks ago, and volume that open purchase orders bring.
WITH moments AS (
  SELECT warehouse_id, max(snapshot_at) AS latest,
         max(snapshot_at) FILTER (WHERE snapshot_at <= $1::timestamptz - interval '28 days') AS earlier
  FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '31 days'
  GROUP BY warehouse_id
),
used AS (
  SELECT s.warehouse_id, sum(s.quantity * p.volume_m3) FILTER (WHERE s.snapshot_at = m.latest) AS now_m3,
         sum(s.quantity * p.volume_m3) FILTER (WHERE s.snapshot_at = m.earlier) AS before_m3
  FROM moments m
  JOIN shop.inventory_snapshots s ON s.warehouse_id = m.warehouse_id AND s.snapshot_at IN (m.latest, m.earlier)
  JOIN shop.products p ON p.id = s.product_id
  GROUP BY s.warehouse_id
),
inbound AS (
  SELECT i.warehouse_id, sum((i.quantity - i.received_quantity) * p.volume_m3) AS m3
  FROM shop.purchase_orders o JOIN shop.purchase_order_items i ON i.purchase_order_id = o.id JOIN shop.products p ON p.id = i.product_id
  WHERE o.ordered_at <= $1 AND (o.received_at IS NULL OR o.received_at > $1) AND (o.canceled_at IS NULL OR o.canceled_at > $1)
    AND o.expected_at < $1::timestamptz + interval '14 days'
  GROUP BY i.warehouse_id
)
SELECT w.id::int AS warehouse_id, w.name, w.capacity_m3::float8 AS capacity_m3, used.now_m3::float8 AS now_m3,
       used.before_m3::float8 AS before_m3, coalesce(inbound.m3, 0)::float8 AS inbound_m3
FROM shop.warehouses w JOIN used ON used.warehouse_id = w.id LEFT JOIN inbound ON inbound.warehouse_id = w.id
WHERE w.capacity_m3 > 0 AND w.opened_at <= $1 AND (w.closed_at IS NULL OR w.closed_at > $1)
ORDER BY w.id

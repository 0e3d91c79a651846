-- Open purchase orders by the volume they bring, with the days of stock of what is on them.
WITH latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days' GROUP BY warehouse_id
),
stock AS (
  SELECT product_id, sum(quantity) AS quantity FROM shop.inventory_snapshots JOIN latest USING (warehouse_id, snapshot_at) GROUP BY product_id
),
sold AS (
  SELECT i.product_id, sum(i.quantity) / 56.0 AS daily
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '56 days' GROUP BY i.product_id
)
SELECT o.id::int AS purchase_order_id, s.name AS supplier, sum((i.quantity - i.received_quantity) * p.volume_m3)::float8 AS volume_m3,
       coalesce(o.total_amount, 0)::float8 AS amount,
       (extract(epoch FROM o.expected_at - $1::timestamptz) / 86400)::float8 AS due_in_days,
       -- Days the stock of its most needed product lasts: an order is cancelled only when nothing on it is short.
       min(coalesce(stock.quantity, 0) / greatest(coalesce(sold.daily, 0), 0.01))::float8 AS least_cover
FROM shop.purchase_orders o
JOIN shop.purchase_order_items i ON i.purchase_order_id = o.id
JOIN shop.products p ON p.id = i.product_id
JOIN shop.suppliers s ON s.id = o.supplier_id
LEFT JOIN stock ON stock.product_id = i.product_id
LEFT JOIN sold ON sold.product_id = i.product_id
WHERE o.ordered_at <= $1 AND (o.received_at IS NULL OR o.received_at > $1) AND (o.canceled_at IS NULL OR o.canceled_at > $1)
GROUP BY o.id, s.name
ORDER BY volume_m3 DESC, o.id

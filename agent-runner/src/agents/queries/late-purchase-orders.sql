-- Purchase orders that should have arrived and have not, with what is on them; the first column counts all open orders.
SELECT (count(*) OVER ())::int AS open_orders, o.id::int AS purchase_order_id, o.supplier_id::int AS supplier_id, s.name AS supplier,
       (extract(epoch FROM $1::timestamptz - o.expected_at) / 86400)::float8 AS late_days,
       coalesce(o.total_amount, 0)::float8 AS amount, lines.products, lines.units::float8 AS units
FROM shop.purchase_orders o
JOIN shop.suppliers s ON s.id = o.supplier_id
JOIN LATERAL (
  SELECT array_agg(DISTINCT i.product_id::int ORDER BY i.product_id::int) AS products, sum(i.quantity - i.received_quantity) AS units
  FROM shop.purchase_order_items i WHERE i.purchase_order_id = o.id
) AS lines ON true
WHERE o.ordered_at <= $1 AND (o.received_at IS NULL OR o.received_at > $1) AND (o.canceled_at IS NULL OR o.canceled_at > $1)
ORDER BY o.expected_at NULLS LAST, o.id

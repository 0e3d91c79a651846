SELECT i.product_id::int AS product_id, (i.quantity - i.received_quantity)::float8 AS quantity,
  greatest(1, p.expected_at::date - $2::date + 1) AS days_until
FROM shop.purchase_orders p JOIN shop.purchase_order_items i ON i.purchase_order_id = p.id
WHERE p.received_at IS NULL AND p.canceled_at IS NULL AND p.expected_at IS NOT NULL AND i.quantity > i.received_quantity
  AND p.ordered_at < $2::date

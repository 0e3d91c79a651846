SELECT i.product_id::int AS product_id, o.created_at::date - DATE '1970-01-01' AS day, sum(i.quantity)::float8 AS units
FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id
WHERE o.created_at >= $1::date AND o.created_at < $2::date AND (o.canceled_at IS NULL OR o.canceled_at >= $2::date) GROUP BY 1, 2

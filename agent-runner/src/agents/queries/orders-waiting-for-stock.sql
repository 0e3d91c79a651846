-- Paid orders not yet shipped with the products in $2, and all orders of the last 7 days for comparison.
SELECT (SELECT count(*) FROM shop.orders WHERE created_at <= $1 AND created_at > $1::timestamptz - interval '7 days')::float8 AS orders_last_week,
       count(DISTINCT o.id)::float8 AS waiting_orders,
       count(DISTINCT o.id) FILTER (WHERE o.promised_at < $1::timestamptz + interval '2 days')::float8 AS due_soon,
       (SELECT count(DISTINCT w.id) FROM shop.orders w JOIN shop.order_items wi ON wi.order_id = w.id
        WHERE w.created_at <= $1 AND w.created_at > $1::timestamptz - interval '28 days' AND wi.product_id = ANY ($2::bigint[]))::float8 / 28
         AS orders_per_day
FROM shop.orders o
JOIN shop.order_items i ON i.order_id = o.id
WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '60 days'
  AND o.paid_at <= $1 AND (o.canceled_at IS NULL OR o.canceled_at > $1) AND i.product_id = ANY ($2::bigint[])
  AND NOT EXISTS (SELECT 1 FROM shop.fulfillments f WHERE f.order_id = o.id AND f.shipped_at <= $1)

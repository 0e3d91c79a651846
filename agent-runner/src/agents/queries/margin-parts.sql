-- Revenue, cost of goods and discounts per product group: last 7 days against the 28 before.
SELECT coalesce(p.category, 'other') AS category,
       sum(i.quantity * i.unit_price - i.discount_amount) FILTER (WHERE recent)::float8 AS revenue,
       sum(i.quantity * i.unit_cost) FILTER (WHERE recent)::float8 AS cost,
       sum(i.discount_amount) FILTER (WHERE recent)::float8 AS discount,
       sum(i.quantity * i.unit_price - i.discount_amount) FILTER (WHERE NOT recent)::float8 AS revenue_before,
       sum(i.quantity * i.unit_cost) FILTER (WHERE NOT recent)::float8 AS cost_before,
       sum(i.discount_amount) FILTER (WHERE NOT recent)::float8 AS discount_before
FROM (SELECT id, created_at > $1::timestamptz - interval '7 days' AS recent FROM shop.orders
      WHERE created_at <= $1 AND created_at > $1::timestamptz - interval '35 days' AND (canceled_at IS NULL OR canceled_at > $1)) o
JOIN shop.order_items i ON i.order_id = o.id
JOIN shop.products p ON p.id = i.product_id
WHERE i.unit_cost IS NOT NULL
GROUP BY 1 ORDER BY 1

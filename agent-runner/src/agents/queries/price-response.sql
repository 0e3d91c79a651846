-- Weekly units and mean paid price per product over 26 weeks, for products that sell often enough to say something.
WITH weekly AS (
  SELECT i.product_id, floor(extract(epoch FROM $1::timestamptz - o.created_at) / 604800)::int AS week,
         sum(i.quantity)::float8 AS units, (sum(i.quantity * i.unit_price) / sum(i.quantity))::float8 AS price
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '182 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY 1, 2
)
SELECT coalesce(p.category, 'other') AS category, p.id::int AS product_id, p.sku, p.list_price::float8 AS list_price,
       p.unit_cost::float8 AS unit_cost,
       array_agg(w.units ORDER BY w.week) AS units, array_agg(w.price ORDER BY w.week) AS prices, array_agg(w.week ORDER BY w.week) AS weeks
FROM weekly w JOIN shop.products p ON p.id = w.product_id
WHERE p.published_at <= $1 AND (p.discontinued_at IS NULL OR p.discontinued_at > $1)
GROUP BY p.id
HAVING count(*) >= 8 AND max(w.price) > min(w.price) * 1.03
ORDER BY p.id

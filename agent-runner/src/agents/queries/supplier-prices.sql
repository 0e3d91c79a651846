-- What was paid per unit to each supplier in 90 days against the 90 before, on the same products, and what was bought in all.
WITH lines AS (
  SELECT o.supplier_id, i.product_id, i.quantity, i.unit_price, o.ordered_at > $1::timestamptz - interval '90 days' AS recent
  FROM shop.purchase_orders o JOIN shop.purchase_order_items i ON i.purchase_order_id = o.id
  WHERE o.ordered_at <= $1 AND o.ordered_at > $1::timestamptz - interval '180 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
),
products AS (
  SELECT supplier_id, product_id, sum(quantity) FILTER (WHERE recent) AS units,
         sum(quantity * unit_price) FILTER (WHERE recent) / nullif(sum(quantity) FILTER (WHERE recent), 0) AS price,
         sum(quantity * unit_price) FILTER (WHERE NOT recent) / nullif(sum(quantity) FILTER (WHERE NOT recent), 0) AS price_before
  FROM lines GROUP BY 1, 2
)
SELECT s.id::int AS supplier_id, s.name AS supplier, count(*) FILTER (WHERE price IS NOT NULL AND price_before IS NOT NULL)::float8 AS products,
       sum(units * price)::float8 AS bought, sum(units * price_before) FILTER (WHERE price IS NOT NULL)::float8 AS at_old_prices,
       sum(units * price) FILTER (WHERE price_before IS NOT NULL)::float8 AS comparable
FROM products JOIN shop.suppliers s ON s.id = products.supplier_id
GROUP BY s.id ORDER BY bought DESC NULLS LAST, s.id

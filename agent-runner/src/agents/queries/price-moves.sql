-- List price changes of the last 14 days per product, newest first: how far each moved and what the unit costs now.
-- Promotions end by themselves and are left out.
SELECT c.product_id::int AS product_id, p.sku, coalesce(p.category, 'other') AS category, c.reason,
       c.old_price::float8 AS old_price, c.new_price::float8 AS new_price, p.list_price::float8 AS list_price,
       p.unit_cost::float8 AS unit_cost, (extract(epoch FROM $1::timestamptz - c.valid_from) / 86400)::float8 AS days_ago,
       coalesce((SELECT sum(i.quantity) FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id
                 WHERE i.product_id = c.product_id AND o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '28 days'), 0)::float8
         AS units_28d,
       -- What buyers usually paid before, without promotions: the highest price of eight weeks would be an outlier, the median is not.
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY i.unit_price) FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id
         WHERE i.product_id = c.product_id AND o.created_at < c.valid_from AND o.created_at > c.valid_from - interval '84 days')::float8
         AS usual_price
FROM shop.price_changes c JOIN shop.products p ON p.id = c.product_id
WHERE c.valid_from <= $1 AND c.valid_from > $1::timestamptz - interval '14 days' AND c.reason NOT IN ('promotion', 'markdown')
  AND c.old_price IS NOT NULL AND c.old_price > 0
ORDER BY c.valid_from DESC, c.product_id

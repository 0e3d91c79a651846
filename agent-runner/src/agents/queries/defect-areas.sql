-- Units sold and returned as defective per product group: orders 7–45 days old against those 46–150 days old.
WITH lines AS (
  SELECT i.id, coalesce(p.category, 'other') AS category, p.id AS product_id, i.quantity,
         o.created_at > $1::timestamptz - interval '45 days' AS recent
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id JOIN shop.products p ON p.id = i.product_id
  WHERE o.created_at <= $1::timestamptz - interval '7 days' AND o.created_at > $1::timestamptz - interval '150 days'
    AND (o.canceled_at IS NULL OR o.canceled_at > $1)
),
defects AS (
  SELECT ri.order_item_id, sum(ri.quantity) AS units
  FROM shop.return_items ri JOIN shop.returns r ON r.id = ri.return_id
  WHERE ri.reason = 'defect' AND r.requested_at <= $1
  GROUP BY 1
)
SELECT category, sum(quantity) FILTER (WHERE recent)::float8 AS units, coalesce(sum(defects.units) FILTER (WHERE recent), 0)::float8 AS defects,
       sum(quantity) FILTER (WHERE NOT recent)::float8 AS units_before,
       coalesce(sum(defects.units) FILTER (WHERE NOT recent), 0)::float8 AS defects_before,
       (array_agg(DISTINCT product_id::int) FILTER (WHERE recent AND defects.units > 0))[1:40] AS products
FROM lines LEFT JOIN defects ON defects.order_item_id = lines.id
GROUP BY category ORDER BY 3 DESC, 1

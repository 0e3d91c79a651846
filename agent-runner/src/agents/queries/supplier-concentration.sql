-- Revenue of 90 days by the supplier of each product (the one bought from most), with what is overdue from each today.
WITH source AS (
  SELECT DISTINCT ON (i.product_id) i.product_id, o.supplier_id
  FROM shop.purchase_orders o JOIN shop.purchase_order_items i ON i.purchase_order_id = o.id
  WHERE o.ordered_at <= $1 AND o.ordered_at > $1::timestamptz - interval '365 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY i.product_id, o.supplier_id
  ORDER BY i.product_id, sum(i.quantity) DESC, o.supplier_id
),
overdue AS (
  SELECT supplier_id, count(*) AS orders, max(extract(epoch FROM $1::timestamptz - expected_at) / 86400) AS days
  FROM shop.purchase_orders
  WHERE ordered_at <= $1 AND (received_at IS NULL OR received_at > $1) AND (canceled_at IS NULL OR canceled_at > $1) AND expected_at < $1
  GROUP BY supplier_id
)
SELECT s.id::int AS supplier_id, s.name AS supplier, sum(i.quantity * i.unit_price)::float8 AS revenue, count(DISTINCT i.product_id)::float8 AS products,
       coalesce(max(overdue.orders), 0)::float8 AS overdue_orders, coalesce(max(overdue.days), 0)::float8 AS overdue_days,
       (SELECT count(DISTINCT sp.product_id)::float8 FROM shop.supplier_products sp JOIN source src ON src.product_id = sp.product_id
         WHERE src.supplier_id = s.id AND sp.supplier_id <> s.id AND sp.valid_from <= $1::date AND (sp.valid_to IS NULL OR sp.valid_to >= $1::date))
         AS with_alternative
FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id JOIN source ON source.product_id = i.product_id
JOIN shop.suppliers s ON s.id = source.supplier_id LEFT JOIN overdue ON overdue.supplier_id = s.id
WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '90 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
GROUP BY s.id ORDER BY revenue DESC, s.id

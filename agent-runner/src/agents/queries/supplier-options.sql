-- Who sells which of the products in $2, at what price and lead time, and how each supplier kept its dates in the last year.
WITH record AS (
  SELECT o.supplier_id,
         avg(extract(epoch FROM o.received_at - o.ordered_at) / 86400) FILTER (WHERE o.received_at <= $1) AS actual_days,
         count(*) FILTER (WHERE o.received_at <= $1)::int AS receipts,
         avg((o.received_at > o.expected_at + interval '1 day')::int) FILTER (WHERE o.received_at <= $1) AS late_share,
         coalesce(max(extract(epoch FROM $1::timestamptz - o.expected_at) / 86400)
           FILTER (WHERE (o.received_at IS NULL OR o.received_at > $1) AND o.expected_at < $1), 0) AS overdue_days
  FROM shop.purchase_orders o
  WHERE o.ordered_at <= $1 AND o.ordered_at > $1::timestamptz - interval '365 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY o.supplier_id
)
SELECT sp.product_id::int AS product_id, sp.supplier_id::int AS supplier_id, s.name AS supplier,
       sp.unit_price::float8 AS unit_price, sp.min_quantity::int AS min_quantity, sp.pack_size::int AS pack_size,
       coalesce(sp.lead_time_days, s.lead_time_days, 14)::float8 AS lead_days,
       record.actual_days::float8 AS actual_days, coalesce(record.receipts, 0) AS receipts,
       record.late_share::float8 AS late_share, coalesce(record.overdue_days, 0)::float8 AS overdue_days
FROM shop.supplier_products sp
JOIN shop.suppliers s ON s.id = sp.supplier_id
LEFT JOIN record ON record.supplier_id = sp.supplier_id
WHERE sp.product_id = ANY ($2::bigint[])
  AND sp.valid_from <= $1::date AND (sp.valid_to IS NULL OR sp.valid_to >= $1::date)
ORDER BY sp.product_id, sp.unit_price

WITH arrived AS (SELECT supplier_id, avg(extract(epoch FROM received_at - ordered_at) / 86400) AS days,
    coalesce(stddev_pop(extract(epoch FROM received_at - ordered_at) / 86400), 1) AS spread
  FROM shop.purchase_orders WHERE received_at < $2::date GROUP BY 1 HAVING count(*) >= 5),
usual AS (SELECT i.product_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY i.quantity) AS quantity, max(p.supplier_id) AS supplier_id
  FROM shop.purchase_order_items i JOIN shop.purchase_orders p ON p.id = i.purchase_order_id
  WHERE p.ordered_at < $2::date AND p.ordered_at >= $2::date - 365 GROUP BY 1)
SELECT l.product_id::int AS product_id, sum(l.stocked_quantity - l.reserved_quantity)::float8 AS on_hand,
  sum(coalesce(l.reorder_point, 0))::float8 AS reorder_point,
  coalesce(max(a.days), max(l.lead_time_days), 14)::float8 AS lead_time_days, coalesce(max(a.spread), 1)::float8 AS lead_time_spread,
  coalesce(max(p.unit_cost), 0)::float8 AS unit_cost, coalesce(max(u.quantity), 6)::float8 AS typical_order
FROM shop.inventory_levels l JOIN shop.products p ON p.id = l.product_id AND p.status = 'published'
LEFT JOIN usual u ON u.product_id = l.product_id LEFT JOIN arrived a ON a.supplier_id = u.supplier_id GROUP BY 1 ORDER BY 1

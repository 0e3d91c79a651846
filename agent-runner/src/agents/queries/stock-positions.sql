-- One row per active stocked product: what can be sold now, what is on order, weekly sales of the last eight weeks
-- (newest first), the share of the last 28 days it could be bought, and what a unit earns.
WITH latest AS (
  SELECT warehouse_id, max(snapshot_at) AS snapshot_at
  FROM shop.inventory_snapshots
  WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '3 days'
  GROUP BY warehouse_id
),
stock AS (
  SELECT s.product_id, sum(greatest(s.quantity - s.reserved_quantity, 0)) AS available, min(s.warehouse_id) AS warehouse_id
  FROM shop.inventory_snapshots s JOIN latest USING (warehouse_id, snapshot_at)
  GROUP BY s.product_id
),
history AS (
  SELECT product_id, avg((available > 0)::int) AS share
  FROM (
    SELECT product_id, date_trunc('day', snapshot_at) AS day, max(quantity - reserved_quantity) AS available
    FROM shop.inventory_snapshots
    WHERE snapshot_at <= $1 AND snapshot_at > $1::timestamptz - interval '28 days'
    GROUP BY 1, 2
  ) AS per_day
  GROUP BY product_id
),
weeks AS (
  SELECT i.product_id, floor(extract(epoch FROM $1::timestamptz - o.created_at) / 604800)::int AS week, sum(i.quantity) AS units
  FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '56 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY 1, 2
),
sales AS (
  SELECT product_id,
         array_agg(coalesce(units, 0)::float8 ORDER BY week) AS weekly
  FROM (SELECT DISTINCT product_id FROM weeks) p CROSS JOIN generate_series(0, 7) AS week LEFT JOIN weeks USING (product_id, week)
  GROUP BY product_id
),
incoming AS (
  SELECT i.product_id, sum(i.quantity - i.received_quantity) AS units, min(o.expected_at) AS next_at
  FROM shop.purchase_orders o JOIN shop.purchase_order_items i ON i.purchase_order_id = o.id
  WHERE o.ordered_at <= $1 AND (o.received_at IS NULL OR o.received_at > $1) AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY i.product_id
),
primary_supply AS (
  SELECT DISTINCT ON (product_id) product_id, coalesce(sp.lead_time_days, s.lead_time_days)::int AS lead_days
  FROM shop.supplier_products sp JOIN shop.suppliers s ON s.id = sp.supplier_id
  WHERE sp.valid_from <= $1::date AND (sp.valid_to IS NULL OR sp.valid_to >= $1::date)
  ORDER BY product_id, sp.unit_price
)
SELECT p.id::int AS product_id, stock.warehouse_id::int AS warehouse_id, p.sku, coalesce(p.category, 'other') AS category,
       stock.available::float8 AS available,
       coalesce(sales.weekly, array_fill(0::float8, ARRAY[8])) AS weekly,
       coalesce(history.share, 1)::float8 AS available_share,
       coalesce(incoming.units, 0)::float8 AS incoming,
       extract(epoch FROM incoming.next_at - $1::timestamptz)::float8 / 86400 AS incoming_in_days,
       p.list_price::float8 AS price, p.unit_cost::float8 AS unit_cost, primary_supply.lead_days
FROM stock
JOIN shop.products p ON p.id = stock.product_id
LEFT JOIN sales ON sales.product_id = p.id
LEFT JOIN history ON history.product_id = p.id
LEFT JOIN incoming ON incoming.product_id = p.id
LEFT JOIN primary_supply ON primary_supply.product_id = p.id
WHERE p.published_at <= $1 AND (p.discontinued_at IS NULL OR p.discontinued_at > $1)
ORDER BY p.id

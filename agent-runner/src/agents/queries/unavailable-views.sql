-- Product views of the last 7 days that met an empty shelf, against all views, and how often a view of a stocked product
-- ended in a purchase (28 days).
WITH views AS (
  SELECT product_id, count(*) AS views, count(*) FILTER (WHERE was_available IS FALSE) AS empty_views
  FROM shop.page_events
  WHERE event_type = 'view' AND occurred_at <= $1 AND occurred_at > $1::timestamptz - interval '7 days'
  GROUP BY product_id
),
rate AS (
  SELECT count(*) FILTER (WHERE event_type = 'purchase')::float8
         / nullif(count(*) FILTER (WHERE event_type = 'view' AND was_available IS NOT FALSE), 0) AS purchases_per_view
  FROM shop.page_events
  WHERE occurred_at <= $1 AND occurred_at > $1::timestamptz - interval '28 days'
)
SELECT p.id::int AS product_id, p.sku, coalesce(p.category, 'other') AS category, views.views::float8 AS views,
       views.empty_views::float8 AS empty_views, rate.purchases_per_view,
       (p.list_price - p.unit_cost)::float8 AS unit_margin, p.list_price::float8 AS price
FROM views JOIN shop.products p ON p.id = views.product_id CROSS JOIN rate
ORDER BY views.empty_views DESC, p.id

-- Active products with at least one unit sold in 90 days ÷ active products.
-- @with active_products
-- @scale 100
SELECT
  (
    SELECT count(DISTINCT i.product_id)
    FROM order_items i
    JOIN orders o ON o.id = i.order_id
    JOIN active_products p ON p.id = i.product_id
    WHERE (o.canceled_at IS NULL OR o.canceled_at > :as_of)
      AND o.created_at > :as_of - interval '90 days'
      AND o.created_at <= :as_of
  ) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM active_products

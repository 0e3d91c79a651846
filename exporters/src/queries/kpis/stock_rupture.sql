-- Active products without available stock ÷ active products that are stocked.
-- @with current_stock, active_products
-- @scale 100
SELECT count(*) FILTER (WHERE available <= 0) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM (
  SELECT s.product_id, sum(s.quantity - s.reserved_quantity) AS available
  FROM current_stock s
  JOIN active_products p ON p.id = s.product_id
  GROUP BY s.product_id
) stocked

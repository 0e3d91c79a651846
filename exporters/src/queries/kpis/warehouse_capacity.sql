-- Used ÷ usable volume of the warehouses in use, by their last snapshot.
-- @with open_warehouses, current_stock
-- @scale 100
SELECT
  (SELECT sum(s.quantity * p.volume_m3) FROM current_stock s JOIN products p ON p.id = s.product_id) AS numerator,
  sum(capacity_m3) AS denominator,
  count(*) AS sample_size
FROM open_warehouses

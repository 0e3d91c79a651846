-- (net revenue − cost of goods) ÷ net revenue of the last 28 days; undefined while a unit cost is missing.
-- @with margin
-- @scale 100
SELECT
  CASE WHEN ratio IS NOT NULL THEN amount END AS numerator,
  CASE WHEN ratio IS NOT NULL THEN revenue END AS denominator,
  orders AS sample_size,
  CASE WHEN mixed_currency THEN 'mixed_currency' END AS reason
FROM margin

-- Carts made on the day, and those not completed.
-- @scale 100
-- @matures 1
SELECT
  created_at::date AS day,
  count(*) FILTER (WHERE completed_at IS NULL OR completed_at > :as_of) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM carts
WHERE created_at >= :from_day
  AND created_at < :to_day
  AND created_at <= :as_of
GROUP BY 1

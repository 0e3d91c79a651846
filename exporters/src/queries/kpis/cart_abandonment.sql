-- Carts not completed ÷ carts of the 7 days that ended a day ago: a cart counts as abandoned 24 h after it was made.
-- @scale 100
SELECT
  count(*) FILTER (WHERE completed_at IS NULL OR completed_at > :as_of) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM carts
WHERE created_at > :as_of - interval '8 days'
  AND created_at <= :as_of - interval '1 day'

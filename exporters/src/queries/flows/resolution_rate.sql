-- Tickets opened on the day, and those solved and not reopened.
-- @scale 100
-- @matures 7
SELECT
  created_at::date AS day,
  count(*) FILTER (WHERE solved_at <= :as_of AND (reopened_at IS NULL OR reopened_at > :as_of)) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM tickets
WHERE created_at >= :from_day
  AND created_at < :to_day
  AND created_at <= :as_of
GROUP BY 1

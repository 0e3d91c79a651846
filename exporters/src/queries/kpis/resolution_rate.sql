-- Solved and not reopened ÷ tickets of the week that ended 7 days ago.
-- @scale 100
SELECT
  count(*) FILTER (WHERE solved_at <= :as_of AND (reopened_at IS NULL OR reopened_at > :as_of)) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM tickets
WHERE created_at > :as_of - interval '14 days'
  AND created_at <= :as_of - interval '7 days'

-- p95 of the largest contentful paint of the last 24 h; fewer than 100 page views say nothing.
SELECT
  CASE WHEN count(*) >= 100 THEN percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms) END AS value,
  count(*) AS sample_size
FROM web_vitals
WHERE metric = 'LCP'
  AND recorded_at > :as_of - interval '1 day'
  AND recorded_at <= :as_of

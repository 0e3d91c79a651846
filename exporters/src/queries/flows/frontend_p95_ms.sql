-- p95 of the largest contentful paint of the page views of the day.
-- @matures 0
SELECT
  recorded_at::date AS day,
  percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms) AS value,
  count(*) AS sample_size
FROM web_vitals
WHERE metric = 'LCP'
  AND recorded_at >= :from_day
  AND recorded_at < :to_day
  AND recorded_at <= :as_of
GROUP BY 1

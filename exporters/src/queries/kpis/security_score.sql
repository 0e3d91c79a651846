-- 100 − 20 per open critical − 10 per open high finding; none open is a true 100 once the feed is fresh.
SELECT
  greatest(
    0,
    100 - 20 * count(*) FILTER (WHERE severity = 'critical') - 10 * count(*) FILTER (WHERE severity = 'high')
  ) AS value,
  1 AS sample_size
FROM vulnerabilities
WHERE first_seen_at <= :as_of
  AND (fixed_at IS NULL OR fixed_at > :as_of)

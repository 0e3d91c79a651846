-- Posts of the day and the sum of their engagement scores by their last statistics.
-- @scale 1
-- @matures 7
SELECT
  p.posted_at::date AS day,
  sum(100 * stats.rate / (stats.rate + a.benchmark_rate)) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM social_posts p
JOIN social_accounts a ON a.id = p.account_id AND a.benchmark_rate > 0
CROSS JOIN LATERAL (
  SELECT (s.likes + s.comments + s.shares + s.saves)::numeric / nullif(s.followers, 0) AS rate
  FROM social_post_stats s
  WHERE s.post_id = p.id
    AND s.captured_at <= :as_of
  ORDER BY s.captured_at DESC
  LIMIT 1
) stats
WHERE stats.rate IS NOT NULL
  AND p.posted_at >= :from_day
  AND p.posted_at < :to_day
  AND p.posted_at <= :as_of
GROUP BY 1

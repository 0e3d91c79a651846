-- Mean over the posts of 28 days of 100·r ÷ (r + median of the network), r = interactions ÷ followers; 50 = the median brand.
-- @scale 1
SELECT sum(100 * rate / (rate + benchmark_rate)) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM (
  SELECT (t.likes + t.comments + t.shares + t.saves)::numeric / t.followers AS rate, a.benchmark_rate
  FROM social_posts p
  JOIN social_accounts a ON a.id = p.account_id
  CROSS JOIN LATERAL (
    SELECT *
    FROM social_post_stats s
    WHERE s.post_id = p.id
      AND s.captured_at <= :as_of
    ORDER BY s.captured_at DESC
    LIMIT 1
  ) t
  WHERE t.followers > 0
    AND a.benchmark_rate > 0
    AND p.posted_at > :as_of - interval '28 days'
    AND p.posted_at <= :as_of
) posts

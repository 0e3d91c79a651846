-- Engagement per post and follower of each network against its own median: last 14 days against the 56 before.
WITH latest AS (
  SELECT DISTINCT ON (s.post_id) s.post_id, (s.likes + s.comments + s.shares + s.saves)::float8 / nullif(s.followers, 0) AS rate
  FROM shop.social_post_stats s JOIN shop.social_posts p ON p.id = s.post_id
  WHERE s.captured_at <= $1 AND p.posted_at <= $1 AND p.posted_at > $1::timestamptz - interval '70 days'
  ORDER BY s.post_id, s.captured_at DESC
)
SELECT a.network, count(*) FILTER (WHERE p.posted_at > $1::timestamptz - interval '14 days')::float8 AS posts,
       (count(*) FILTER (WHERE p.posted_at <= $1::timestamptz - interval '14 days') / 4.0)::float8 AS posts_before,
       avg(latest.rate) FILTER (WHERE p.posted_at > $1::timestamptz - interval '14 days')::float8 AS rate,
       avg(latest.rate) FILTER (WHERE p.posted_at <= $1::timestamptz - interval '14 days')::float8 AS rate_before,
       max(a.benchmark_rate)::float8 AS benchmark
FROM latest JOIN shop.social_posts p ON p.id = latest.post_id JOIN shop.social_accounts a ON a.id = p.account_id
GROUP BY a.network ORDER BY a.network

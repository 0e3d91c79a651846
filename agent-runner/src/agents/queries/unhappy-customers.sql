-- Answers and reviews of the last 7 days against the 28 before: mean stars, share of 1 and 2 stars, and what reviews name.
WITH answers AS (
  SELECT score::float8 AS stars, responded_at AS at, 'support'::text AS topic FROM shop.csat_responses
  WHERE responded_at <= $1 AND responded_at > $1::timestamptz - interval '35 days'
  UNION ALL
  SELECT rating::float8, created_at, coalesce(topic, 'product') FROM shop.reviews
  WHERE created_at <= $1 AND created_at > $1::timestamptz - interval '35 days'
)
SELECT topic, count(*) FILTER (WHERE at > $1::timestamptz - interval '7 days')::float8 AS answers,
       avg(stars) FILTER (WHERE at > $1::timestamptz - interval '7 days')::float8 AS stars,
       avg(stars) FILTER (WHERE at <= $1::timestamptz - interval '7 days')::float8 AS stars_before,
       count(*) FILTER (WHERE stars <= 2 AND at > $1::timestamptz - interval '7 days')::float8 AS unhappy,
       count(*) FILTER (WHERE at <= $1::timestamptz - interval '7 days')::float8 AS answers_before
FROM answers GROUP BY topic ORDER BY unhappy DESC, topic

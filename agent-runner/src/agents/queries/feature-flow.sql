-- Features approved in a year: how long each waited or waits, and how many of the active customers of 28 days used it.
WITH active AS (
  SELECT count(DISTINCT customer_id)::float8 AS customers FROM shop.sessions
  WHERE started_at <= $1 AND started_at > $1::timestamptz - interval '28 days' AND NOT is_bot
),
usage AS (
  SELECT feature_id, count(DISTINCT customer_id) AS users,
         count(DISTINCT customer_id) FILTER (WHERE used_on < $1::date - 14) AS before,
         count(DISTINCT customer_id) FILTER (WHERE used_on >= $1::date - 14) AS lately
  FROM shop.feature_usage
  WHERE used_on < $1::date AND used_on >= $1::date - 28
    AND feature_id IN (SELECT id FROM shop.features WHERE released_at > $1::timestamptz - interval '92 days')
  GROUP BY feature_id
)
SELECT f.id::int AS feature_id, f.name, (f.released_at IS NOT NULL AND f.released_at <= $1) AS released,
       (extract(epoch FROM coalesce(CASE WHEN f.released_at <= $1 THEN f.released_at END, $1::timestamptz) - f.approved_at) / 86400)::float8 AS days_taken,
       (extract(epoch FROM $1::timestamptz - f.released_at) / 86400)::float8 AS days_out,
       active.customers AS active_customers, coalesce(usage.users, 0)::float8 AS users,
       coalesce(usage.before, 0)::float8 AS users_before, coalesce(usage.lately, 0)::float8 AS users_lately
FROM shop.features f CROSS JOIN active LEFT JOIN usage ON usage.feature_id = f.id
WHERE f.approved_at <= $1 AND f.approved_at > $1::timestamptz - interval '365 days'
ORDER BY f.approved_at, f.id

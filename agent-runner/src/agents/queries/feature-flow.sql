-- Features approved in a year: how long each waited or waits, and how many of the active customers of 28 days used it.
WITH active AS (
  SELECT count(DISTINCT customer_id)::float8 AS customers FROM shop.sessions
  WHERE started_at <= $1 AND started_at > $1::timestamptz - interval '28 days' AND NOT is_bot
)
SELECT f.id::int AS feature_id, f.name, (f.released_at IS NOT NULL AND f.released_at <= $1) AS released,
       (extract(epoch FROM coalesce(CASE WHEN f.released_at <= $1 THEN f.released_at END, $1::timestamptz) - f.approved_at) / 86400)::float8 AS days_taken,
       (extract(epoch FROM $1::timestamptz - f.released_at) / 86400)::float8 AS days_out,
       active.customers AS active_customers,
       (SELECT count(DISTINCT u.customer_id) FROM shop.feature_usage u WHERE u.feature_id = f.id AND u.used_on < $1::date AND u.used_on >= $1::date - 28)::float8 AS users,
       (SELECT count(DISTINCT u.customer_id) FROM shop.feature_usage u WHERE u.feature_id = f.id AND u.used_on < $1::date - 14 AND u.used_on >= $1::date - 28)::float8 AS users_before,
       (SELECT count(DISTINCT u.customer_id) FROM shop.feature_usage u WHERE u.feature_id = f.id AND u.used_on < $1::date AND u.used_on >= $1::date - 14)::float8 AS users_lately
FROM shop.features f CROSS JOIN active
WHERE f.approved_at <= $1 AND f.approved_at > $1::timestamptz - interval '365 days'
ORDER BY f.approved_at, f.id

-- Carts and how many were completed within a day, per day over 21 days; the newest complete day is 1 day ago.
SELECT floor(extract(epoch FROM $1::timestamptz - created_at) / 86400)::int AS days_ago, count(*)::float8 AS carts,
       count(*) FILTER (WHERE completed_at <= $1 AND completed_at < created_at + interval '1 day')::float8 AS completed
FROM shop.carts
WHERE created_at <= $1 AND created_at > $1::timestamptz - interval '21 days'
GROUP BY 1 ORDER BY 1

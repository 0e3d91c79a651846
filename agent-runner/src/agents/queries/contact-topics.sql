-- Tickets per topic: last 4 days against the 28 days before them.
SELECT coalesce(category, 'other') AS topic,
       count(*) FILTER (WHERE created_at > $1::timestamptz - interval '4 days')::float8 / 4 AS per_day,
       count(*) FILTER (WHERE created_at <= $1::timestamptz - interval '4 days')::float8 / 28 AS usual_per_day,
       avg((reopened_at IS NOT NULL AND reopened_at <= $1)::int)::float8 AS reopened_share
FROM shop.tickets
WHERE created_at <= $1 AND created_at > $1::timestamptz - interval '32 days'
GROUP BY 1 ORDER BY 2 DESC, 1

-- Sessions, orders and first orders per channel: per day in the last 7 days and in the 28 before.
SELECT coalesce(s.channel, 'unknown') AS channel, (max(s.campaign_id) IS NOT NULL) AS paid,
       (count(*) FILTER (WHERE s.started_at > $1::timestamptz - interval '7 days'))::float8 / 7 AS sessions,
       (count(*) FILTER (WHERE s.started_at <= $1::timestamptz - interval '7 days'))::float8 / 28 AS sessions_before,
       (count(o.id) FILTER (WHERE s.started_at > $1::timestamptz - interval '7 days'))::float8 / 7 AS orders,
       (count(o.id) FILTER (WHERE s.started_at <= $1::timestamptz - interval '7 days'))::float8 / 28 AS orders_before
FROM shop.sessions s LEFT JOIN shop.orders o ON o.session_id = s.id AND o.created_at <= $1
WHERE NOT s.is_bot AND s.started_at <= $1 AND s.started_at > $1::timestamptz - interval '35 days'
GROUP BY 1 ORDER BY 1

-- Sessions, orders and order value per country: last 14 days against the 56 before.
SELECT coalesce(s.country_code, '??') AS country,
       (count(*) FILTER (WHERE recent))::float8 AS sessions, (count(*) FILTER (WHERE NOT recent))::float8 AS sessions_before,
       (count(o.id) FILTER (WHERE recent))::float8 AS orders, (count(o.id) FILTER (WHERE NOT recent))::float8 AS orders_before,
       (avg(o.total_net_amount) FILTER (WHERE recent))::float8 AS value, (avg(o.total_net_amount) FILTER (WHERE NOT recent))::float8 AS value_before
FROM (SELECT id, country_code, started_at > $1::timestamptz - interval '14 days' AS recent FROM shop.sessions
      WHERE NOT is_bot AND started_at <= $1 AND started_at > $1::timestamptz - interval '70 days') s
LEFT JOIN shop.orders o ON o.session_id = s.id AND o.created_at <= $1
GROUP BY 1 ORDER BY 2 DESC, 1

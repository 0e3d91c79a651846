-- Sessions per device that reached each step: last 7 days against the 28 before.
WITH visits AS (
  SELECT s.id, coalesce(s.device, 'unknown') AS device, s.started_at > $1::timestamptz - interval '7 days' AS recent,
         bool_or(e.event_type = 'view') AS viewed, bool_or(e.event_type = 'add_to_cart') AS carted,
         bool_or(e.event_type = 'checkout') AS checked_out, bool_or(e.event_type = 'purchase') AS bought
  FROM shop.sessions s LEFT JOIN shop.page_events e ON e.session_id = s.id AND e.occurred_at <= $1
  WHERE NOT s.is_bot AND s.started_at <= $1 AND s.started_at > $1::timestamptz - interval '35 days'
  GROUP BY s.id
)
SELECT device, recent, count(*)::float8 AS sessions, count(*) FILTER (WHERE viewed)::float8 AS viewed,
       count(*) FILTER (WHERE carted)::float8 AS carted, count(*) FILTER (WHERE checked_out)::float8 AS checked_out,
       count(*) FILTER (WHERE bought)::float8 AS bought
FROM visits GROUP BY 1, 2 ORDER BY 1, 2

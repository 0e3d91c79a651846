-- Sessions per device that reached each step: last 7 days against the 14 before.
WITH steps AS (
  SELECT session_id, bool_or(event_type = 'view') AS viewed, bool_or(event_type = 'add_to_cart') AS carted,
         bool_or(event_type = 'checkout') AS checked_out, bool_or(event_type = 'purchase') AS bought
  FROM shop.page_events
  WHERE occurred_at <= $1 AND occurred_at > $1::timestamptz - interval '21 days'
  GROUP BY session_id
)
SELECT coalesce(s.device, 'unknown') AS device, s.started_at > $1::timestamptz - interval '7 days' AS recent,
       count(*)::float8 AS sessions, count(*) FILTER (WHERE viewed)::float8 AS viewed,
       count(*) FILTER (WHERE carted)::float8 AS carted, count(*) FILTER (WHERE checked_out)::float8 AS checked_out,
       count(*) FILTER (WHERE bought)::float8 AS bought
FROM shop.sessions s LEFT JOIN steps ON steps.session_id = s.id
WHERE NOT s.is_bot AND s.started_at <= $1 AND s.started_at > $1::timestamptz - interval '21 days'
GROUP BY 1, 2 ORDER BY 1, 2

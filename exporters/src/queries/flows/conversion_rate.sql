-- Sessions of the day, and those with an order within 30 days.
-- @with span_orders
-- @scale 100
-- @matures 0
SELECT
  s.started_at::date AS day,
  count(bought.session_id) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM sessions s
LEFT JOIN (SELECT DISTINCT session_id FROM span_orders) bought ON bought.session_id = s.id
WHERE NOT s.is_bot
  AND s.started_at >= :from_day
  AND s.started_at < :to_day
  AND s.started_at <= :as_of
GROUP BY 1

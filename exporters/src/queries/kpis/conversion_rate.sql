-- Sessions with at least one order ÷ sessions of the last 28 days, bots left out.
-- @scale 100
SELECT count(bought.session_id) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM sessions s
LEFT JOIN (
  SELECT DISTINCT session_id
  FROM orders
  WHERE session_id IS NOT NULL
    AND (canceled_at IS NULL OR canceled_at > :as_of)
    AND created_at > :as_of - interval '28 days'
    AND created_at <= :as_of
) bought ON bought.session_id = s.id
WHERE NOT s.is_bot
  AND s.started_at > :as_of - interval '28 days'
  AND s.started_at <= :as_of

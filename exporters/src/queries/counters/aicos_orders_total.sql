-- Orders placed, whether cancelled later or not, by the channel of their session.
SELECT o.created_at AS at, 1 AS amount, s.channel
FROM orders o
LEFT JOIN sessions s ON s.id = o.session_id
WHERE o.created_at > :since
  AND o.created_at <= :as_of

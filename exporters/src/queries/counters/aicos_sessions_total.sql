-- Sessions started, bots left out.
SELECT started_at AS at, 1 AS amount, device
FROM sessions
WHERE NOT is_bot
  AND started_at > :since
  AND started_at <= :as_of

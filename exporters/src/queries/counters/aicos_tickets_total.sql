-- Support tickets opened.
SELECT created_at AS at, 1 AS amount, channel
FROM tickets
WHERE created_at > :since
  AND created_at <= :as_of

-- Units received back.
SELECT t.received_at AS at, i.quantity AS amount
FROM returns t
JOIN return_items i ON i.return_id = t.id
WHERE t.received_at > :since
  AND t.received_at <= :as_of

-- Orders of the asked days and, for sessions that buy later, of the 30 days after them.
-- @with rates
SELECT o.id, o.session_id, o.created_at::date AS day, o.total_net_amount * r.rate AS net_amount, r.rate
FROM orders o
LEFT JOIN rates r ON r.currency_code = o.currency_code
WHERE (o.canceled_at IS NULL OR o.canceled_at > :as_of)
  AND o.created_at >= :from_day
  AND o.created_at < :to_day + 30
  AND o.created_at <= :as_of

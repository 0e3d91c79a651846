-- Net merchandise value of the orders placed; orders without an exchange rate are left out.
-- @with rates
SELECT o.created_at AS at, o.total_net_amount * r.rate AS amount, s.channel
FROM orders o
JOIN rates r ON r.currency_code = o.currency_code
LEFT JOIN sessions s ON s.id = o.session_id
WHERE o.created_at > :since
  AND o.created_at <= :as_of

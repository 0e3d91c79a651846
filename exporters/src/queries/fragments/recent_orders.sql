-- Orders of the last 28 days that were not cancelled by as_of; rate is null where no exchange rate is known.
-- @with rates
SELECT o.id, o.total_net_amount * r.rate AS net_amount, r.rate
FROM orders o
LEFT JOIN rates r ON r.currency_code = o.currency_code
WHERE (o.canceled_at IS NULL OR o.canceled_at > :as_of)
  AND o.created_at > :as_of - interval '28 days'
  AND o.created_at <= :as_of

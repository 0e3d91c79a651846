-- Days from invoice to payment of what was paid in the last 90 days, weighted by amount.
-- @with rates
-- @scale 1
SELECT
  sum(p.amount * r.rate * extract(epoch FROM p.paid_at - i.issued_at) / 86400) AS numerator,
  sum(p.amount * r.rate) AS denominator,
  count(*) AS sample_size,
  CASE WHEN bool_or(r.rate IS NULL) THEN 'mixed_currency' END AS reason
FROM payments p
JOIN invoices i ON i.id = p.invoice_id
LEFT JOIN rates r ON r.currency_code = p.currency_code
WHERE p.paid_at > :as_of - interval '90 days'
  AND p.paid_at <= :as_of

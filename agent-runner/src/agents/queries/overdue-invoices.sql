-- Unpaid invoices past their due date, the largest first, with all that is open.
SELECT i.id::int AS invoice_id, i.customer_id::int AS customer_id, (extract(epoch FROM $1::timestamptz - i.due_at) / 86400)::float8 AS days_over,
       i.total_amount::float8 AS amount, (i.disputed_at IS NOT NULL AND i.disputed_at <= $1) AS disputed,
       (sum(i.total_amount) OVER ())::float8 AS open_amount, (count(*) OVER ())::int AS open_invoices
FROM shop.invoices i
WHERE i.issued_at <= $1 AND i.issued_at > $1::timestamptz - interval '365 days'
  AND NOT EXISTS (SELECT 1 FROM shop.payments p WHERE p.invoice_id = i.id AND p.paid_at <= $1)
ORDER BY i.total_amount DESC, i.id

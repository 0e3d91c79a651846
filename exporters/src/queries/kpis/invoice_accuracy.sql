-- Invoices without dispute or credit note within 60 days ÷ invoices issued 60 to 150 days ago.
-- @scale 100
SELECT
  count(*) FILTER (
    WHERE (i.disputed_at IS NULL OR i.disputed_at > i.issued_at + interval '60 days')
      AND NOT EXISTS (
        SELECT 1 FROM credit_notes c WHERE c.invoice_id = i.id AND c.issued_at <= i.issued_at + interval '60 days'
      )
  ) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM invoices i
WHERE i.issued_at > :as_of - interval '150 days'
  AND i.issued_at <= :as_of - interval '60 days'

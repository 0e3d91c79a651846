-- Returns that arrived and were not refunded, with their age; 14 days is the legal term.
SELECT r.id::int AS return_id, r.order_id::int AS order_id, (extract(epoch FROM $1::timestamptz - r.requested_at) / 86400)::float8 AS age_days,
       coalesce(o.total_gross_amount, 0)::float8 AS amount,
       (count(*) OVER ())::int AS open_returns
FROM shop.returns r JOIN shop.orders o ON o.id = r.order_id
WHERE r.requested_at <= $1 AND r.requested_at > $1::timestamptz - interval '120 days'
  AND (r.received_at IS NULL OR r.received_at > $1 OR r.refund_amount IS NULL)
ORDER BY r.requested_at

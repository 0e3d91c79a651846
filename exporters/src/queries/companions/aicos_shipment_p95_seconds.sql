-- p95 of the time from payment to shipment of the parcels of 7 days, beside the median.
-- @feeds orders, fulfillments
SELECT
  percentile_cont(0.95) WITHIN GROUP (
    ORDER BY extract(
      epoch FROM f.shipped_at - CASE WHEN o.paid_at <= f.shipped_at THEN o.paid_at ELSE o.created_at END
    )
  ) AS value
FROM fulfillments f
JOIN orders o ON o.id = f.order_id
WHERE (f.canceled_at IS NULL OR f.canceled_at > :as_of)
  AND f.shipped_at > :as_of - interval '7 days'
  AND f.shipped_at <= :as_of

-- Age of the oldest paid order that was not shipped; orders of the last 60 days. Speaks when nothing ships and the median is silent.
-- @feeds orders, fulfillments
SELECT coalesce(extract(epoch FROM :as_of - min(o.paid_at)), 0) AS value
FROM orders o
WHERE o.created_at > :as_of - interval '60 days'
  AND o.paid_at <= :as_of
  AND (o.canceled_at IS NULL OR o.canceled_at > :as_of)
  AND NOT EXISTS (
    SELECT 1
    FROM fulfillments f
    WHERE f.order_id = o.id
      AND f.shipped_at <= :as_of
      AND (f.canceled_at IS NULL OR f.canceled_at > :as_of)
  )

-- Parcels shipped on the day, and those without a reported error.
-- @scale 100
-- @matures 14
SELECT
  f.shipped_at::date AS day,
  count(*) FILTER (
    WHERE NOT EXISTS (SELECT 1 FROM shipment_errors e WHERE e.fulfillment_id = f.id AND e.reported_at <= :as_of)
  ) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM fulfillments f
WHERE (f.canceled_at IS NULL OR f.canceled_at > :as_of)
  AND f.shipped_at >= :from_day
  AND f.shipped_at < :to_day
  AND f.shipped_at <= :as_of
GROUP BY 1

-- Parcels without a reported error ÷ parcels shipped in the 28 days that ended 14 days ago.
-- @scale 100
SELECT
  count(*) FILTER (
    WHERE NOT EXISTS (SELECT 1 FROM shipment_errors e WHERE e.fulfillment_id = f.id AND e.reported_at <= :as_of)
  ) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM fulfillments f
WHERE (f.canceled_at IS NULL OR f.canceled_at > :as_of)
  AND f.shipped_at > :as_of - interval '42 days'
  AND f.shipped_at <= :as_of - interval '14 days'

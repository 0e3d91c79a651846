-- Parcels handed to a carrier.
SELECT shipped_at AS at, 1 AS amount
FROM fulfillments
WHERE shipped_at > :since
  AND shipped_at <= :as_of

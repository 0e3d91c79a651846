-- Carts created.
SELECT created_at AS at, 1 AS amount
FROM carts
WHERE created_at > :since
  AND created_at <= :as_of

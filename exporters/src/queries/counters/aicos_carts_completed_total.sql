-- Carts that became an order, at that time; a cart is watched for 60 days.
SELECT completed_at AS at, 1 AS amount
FROM carts
WHERE created_at > :since - interval '60 days'
  AND completed_at > :since
  AND completed_at <= :as_of

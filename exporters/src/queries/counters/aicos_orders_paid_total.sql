-- Orders paid, at the time of payment; an order is watched for 60 days.
SELECT paid_at AS at, 1 AS amount
FROM orders
WHERE created_at > :since - interval '60 days'
  AND paid_at > :since
  AND paid_at <= :as_of

-- Customers with their first order ever.
SELECT first_order_at AS at, 1 AS amount
FROM customers
WHERE first_order_at > :since
  AND first_order_at <= :as_of

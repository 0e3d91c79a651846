-- Products on sale at as_of.
SELECT id
FROM products
WHERE published_at <= :as_of
  AND (discontinued_at IS NULL OR discontinued_at > :as_of)

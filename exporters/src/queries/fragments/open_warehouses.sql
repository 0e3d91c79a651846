-- Warehouses in use at as_of.
SELECT id, capacity_m3
FROM warehouses
WHERE opened_at <= :as_of
  AND (closed_at IS NULL OR closed_at > :as_of)

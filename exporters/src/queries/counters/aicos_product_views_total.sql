-- Product views, by whether the product was available.
SELECT
  occurred_at AS at,
  1 AS amount,
  CASE WHEN was_available THEN 'available' WHEN NOT was_available THEN 'unavailable' END AS availability
FROM page_events
WHERE event_type = 'view'
  AND occurred_at > :since
  AND occurred_at <= :as_of

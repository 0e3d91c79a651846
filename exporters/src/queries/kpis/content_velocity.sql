-- Articles published per week over the last 28 days; a count, so 0 is a true 0.
SELECT count(*) / 4.0 AS value, count(*) AS numerator, 4 AS denominator, count(*) AS sample_size
FROM content_items
WHERE published_at > :as_of - interval '28 days'
  AND published_at <= :as_of

-- Articles published on the day; the scale makes a day's count a weekly rate.
-- @scale 7
-- @matures 0
SELECT d::date AS day, count(c.id) AS numerator, 1 AS denominator, count(c.id) AS sample_size
FROM generate_series(:from_day, :to_day - 1, interval '1 day') d
LEFT JOIN content_items c
  ON c.published_at >= d
  AND c.published_at < d + interval '1 day'
  AND c.published_at <= :as_of
WHERE d <= :as_of
GROUP BY 1

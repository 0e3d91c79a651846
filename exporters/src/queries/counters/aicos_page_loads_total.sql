-- Measured page loads; the limits of good and poor are those of web.dev.
SELECT
  recorded_at AS at,
  1 AS amount,
  device,
  CASE WHEN value_ms <= 2500 THEN 'good' WHEN value_ms <= 4000 THEN 'slow' ELSE 'poor' END AS speed
FROM web_vitals
WHERE metric = 'LCP'
  AND recorded_at > :since
  AND recorded_at <= :as_of

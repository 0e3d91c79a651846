-- Margin on attributed revenue less spend, and spend, per day; the margin is that of the 28 days before the span.
-- @with rates
-- @scale 100
-- @matures 0
SELECT
  d.date_day AS day,
  sum(d.attributed_revenue * r.rate) * :margin_ratio - sum(d.spend * r.rate) AS numerator,
  sum(d.spend * r.rate) AS denominator,
  count(*) AS sample_size,
  CASE WHEN bool_or(r.rate IS NULL) THEN 'mixed_currency' END AS reason
FROM campaign_daily_stats d
JOIN campaigns c ON c.id = d.campaign_id
LEFT JOIN rates r ON r.currency_code = c.currency_code
WHERE d.date_day >= :from_day
  AND d.date_day < :to_day
  AND d.date_day < :as_of::date
GROUP BY d.date_day

-- (attributed revenue × gross margin − spend) ÷ spend of the last 28 complete days.
-- @with rates, margin
-- @scale 100
SELECT
  c.revenue * m.ratio - c.spend AS numerator,
  c.spend AS denominator,
  c.days AS sample_size,
  CASE WHEN c.mixed_currency OR (m.mixed_currency AND c.spend IS NOT NULL) THEN 'mixed_currency' END AS reason
FROM margin m
CROSS JOIN (
  SELECT
    sum(d.attributed_revenue * r.rate) AS revenue,
    sum(d.spend * r.rate) AS spend,
    count(*) AS days,
    coalesce(bool_or(r.rate IS NULL), false) AS mixed_currency
  FROM campaign_daily_stats d
  JOIN campaigns c ON c.id = d.campaign_id
  LEFT JOIN rates r ON r.currency_code = c.currency_code
  WHERE d.date_day >= :as_of::date - 28
    AND d.date_day < :as_of::date
) c

WITH first AS (SELECT o.campaign_id, o.created_at::date AS day, count(*) AS orders FROM shop.orders o
  JOIN shop.customers c ON c.id = o.customer_id AND c.first_order_at = o.created_at
  WHERE o.campaign_id IS NOT NULL AND o.created_at >= $1::date AND o.created_at < $2::date GROUP BY 1, 2)
SELECT c.id::int AS campaign_id, c.name, c.channel, s.date_day - DATE '1970-01-01' AS day, s.spend::float8 AS spend,
  coalesce(s.clicks, 0)::float8 AS clicks, coalesce(s.conversions, 0)::float8 AS conversions,
  coalesce(s.attributed_revenue, 0)::float8 AS revenue, coalesce(f.orders, 0)::float8 AS new_conversions
FROM shop.campaign_daily_stats s JOIN shop.campaigns c ON c.id = s.campaign_id
LEFT JOIN first f ON f.campaign_id = s.campaign_id AND f.day = s.date_day
WHERE s.date_day >= $1::date AND s.date_day < $2::date ORDER BY 1, 4

-- Per campaign: spend and product views of the last 7 days, views that met an empty shelf, views of the products in $2.
WITH views AS (
  SELECT s.campaign_id, count(*) AS views, count(*) FILTER (WHERE e.was_available IS FALSE) AS empty_views,
         count(*) FILTER (WHERE e.product_id = ANY ($2::bigint[])) AS product_views
  FROM shop.page_events e JOIN shop.sessions s ON s.id = e.session_id
  WHERE e.event_type = 'view' AND e.occurred_at <= $1 AND e.occurred_at > $1::timestamptz - interval '7 days'
    AND s.campaign_id IS NOT NULL AND NOT s.is_bot
  GROUP BY s.campaign_id
),
spend AS (
  SELECT campaign_id, avg(spend) AS daily_spend
  FROM shop.campaign_daily_stats
  WHERE date_day < $1::date AND date_day >= $1::date - 7
  GROUP BY campaign_id
)
SELECT c.id::int AS campaign_id, c.name, c.channel, coalesce(views.views, 0)::float8 AS views,
       coalesce(views.empty_views, 0)::float8 AS empty_views, coalesce(views.product_views, 0)::float8 AS product_views,
       spend.daily_spend::float8 AS daily_spend
FROM shop.campaigns c
JOIN spend ON spend.campaign_id = c.id
LEFT JOIN views ON views.campaign_id = c.id
WHERE spend.daily_spend > 0
ORDER BY c.id

-- Daily figures of every campaign over 90 complete days, oldest first.
SELECT c.id::int AS campaign_id, c.name, c.channel, c.budget_amount::float8 AS budget,
       array_agg(($1::date - s.date_day)::int ORDER BY s.date_day) AS days_ago,
       array_agg(s.spend::float8 ORDER BY s.date_day) AS spend,
       array_agg(coalesce(s.clicks, 0)::float8 ORDER BY s.date_day) AS clicks,
       array_agg(coalesce(s.conversions, 0)::float8 ORDER BY s.date_day) AS conversions,
       array_agg(coalesce(s.attributed_revenue, 0)::float8 ORDER BY s.date_day) AS revenue
FROM shop.campaigns c JOIN shop.campaign_daily_stats s ON s.campaign_id = c.id
WHERE s.date_day < $1::date AND s.date_day >= $1::date - 90
GROUP BY c.id
ORDER BY c.id

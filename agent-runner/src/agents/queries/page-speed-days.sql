-- Load time (LCP) per day over 21 days: 95th percentile of all page views and how many there were; newest first.
SELECT floor(extract(epoch FROM $1::timestamptz - recorded_at) / 86400)::int AS days_ago, count(*)::float8 AS views,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms)::float8 AS p95_ms,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY value_ms)::float8 AS median_ms
FROM shop.web_vitals
WHERE metric = 'LCP' AND recorded_at <= $1 AND recorded_at > $1::timestamptz - interval '21 days'
GROUP BY 1 ORDER BY 1

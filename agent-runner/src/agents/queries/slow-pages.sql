-- Load time per page and device: last 3 days against the 18 days before.
SELECT coalesce(page, 'unknown') AS page, coalesce(device, 'unknown') AS device,
       count(*) FILTER (WHERE recorded_at > $1::timestamptz - interval '3 days')::float8 AS views,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms) FILTER (WHERE recorded_at > $1::timestamptz - interval '3 days')::float8 AS p95_ms,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms) FILTER (WHERE recorded_at <= $1::timestamptz - interval '3 days')::float8 AS before_ms
FROM shop.web_vitals
WHERE metric = 'LCP' AND recorded_at <= $1 AND recorded_at > $1::timestamptz - interval '21 days'
GROUP BY 1, 2
ORDER BY 1, 2

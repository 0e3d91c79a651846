-- Sessions with rage clicks or script errors per device: last 3 days against the 25 before.
SELECT coalesce(device, 'unknown') AS device,
       count(*) FILTER (WHERE started_at > $1::timestamptz - interval '3 days')::float8 AS sessions,
       avg((rage_clicks > 0)::int) FILTER (WHERE started_at > $1::timestamptz - interval '3 days')::float8 AS rage,
       avg((rage_clicks > 0)::int) FILTER (WHERE started_at <= $1::timestamptz - interval '3 days')::float8 AS rage_before,
       avg((js_errors > 0)::int) FILTER (WHERE started_at > $1::timestamptz - interval '3 days')::float8 AS errors,
       avg((js_errors > 0)::int) FILTER (WHERE started_at <= $1::timestamptz - interval '3 days')::float8 AS errors_before
FROM shop.sessions
WHERE NOT is_bot AND started_at <= $1 AND started_at > $1::timestamptz - interval '28 days'
GROUP BY 1 ORDER BY 1

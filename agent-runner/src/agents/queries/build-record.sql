-- Builds per service: last 14 days against the 56 before.
SELECT service,
       count(*) FILTER (WHERE recent)::float8 AS builds,
       (percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE recent))::float8 AS seconds,
       (percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE NOT recent))::float8 AS seconds_before,
       avg((status = 'failed')::int) FILTER (WHERE recent)::float8 AS failed,
       avg((status = 'failed')::int) FILTER (WHERE NOT recent)::float8 AS failed_before,
       avg(cache_hit_ratio) FILTER (WHERE recent)::float8 AS cache, avg(cache_hit_ratio) FILTER (WHERE NOT recent)::float8 AS cache_before,
       (max(image_bytes) FILTER (WHERE recent))::float8 AS image_bytes, (avg(image_bytes) FILTER (WHERE NOT recent))::float8 AS image_before
FROM (SELECT *, extract(epoch FROM finished_at - started_at) AS seconds, started_at > $1::timestamptz - interval '14 days' AS recent
      FROM shop.ci_builds WHERE started_at <= $1 AND finished_at <= $1 AND started_at > $1::timestamptz - interval '70 days') AS b
GROUP BY service ORDER BY service

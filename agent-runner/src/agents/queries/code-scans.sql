-- Daily code scans of the last 90 days, newest first.
SELECT (extract(epoch FROM $1::timestamptz - ran_at) / 86400)::float8 AS days_ago, coalesce(loc, 0)::float8 AS loc,
       coalesce(high_complexity_files, 0)::float8 AS complex_files, coalesce(duplicated_blocks, 0)::float8 AS duplicated,
       coalesce(unused_files, 0)::float8 AS unused, coalesce(massive_files, 0)::float8 AS massive,
       coalesce(complexity_violations, 0)::float8 AS violations, coalesce(remediation_minutes, 0)::float8 AS remediation_minutes,
       lines_hit::float8 AS lines_hit, lines_found::float8 AS lines_found
FROM shop.code_scans
WHERE ran_at <= $1 AND ran_at > $1::timestamptz - interval '90 days'
ORDER BY ran_at DESC

-- Open security findings, the worst and oldest first.
SELECT id::int AS finding_id, coalesce(package, 'unknown') AS package, severity,
       (extract(epoch FROM $1::timestamptz - first_seen_at) / 86400)::float8 AS age_days
FROM shop.vulnerabilities
WHERE first_seen_at <= $1 AND (fixed_at IS NULL OR fixed_at > $1)
ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low'], severity), first_seen_at, id

-- Releases of the last 14 days with the build behind each, newest first.
SELECT r.id::int AS release_id, r.service, coalesce(r.commit_sha, '') AS commit_sha, r.failed,
       (extract(epoch FROM $1::timestamptz - r.deployed_at) / 86400)::float8 AS days_ago,
       b.branch, b.cache_hit_ratio::float8 AS cache_hit_ratio, b.image_bytes::float8 AS image_bytes
FROM shop.releases r
LEFT JOIN LATERAL (SELECT branch, cache_hit_ratio, image_bytes FROM shop.ci_builds b
                   WHERE b.commit_sha = r.commit_sha AND b.service = r.service AND b.started_at <= $1 ORDER BY b.started_at DESC LIMIT 1) AS b ON true
WHERE r.deployed_at <= $1 AND r.deployed_at > $1::timestamptz - interval '14 days'
ORDER BY r.deployed_at DESC, r.id

-- Releases of 28 days against the 84 before: hours from first commit to deployment, per service, and how many failed.
SELECT service, count(*) FILTER (WHERE recent)::float8 AS releases, (count(*) FILTER (WHERE NOT recent) / 3.0)::float8 AS releases_before,
       (percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE recent))::float8 AS hours,
       (percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE NOT recent))::float8 AS hours_before,
       avg(failed::int) FILTER (WHERE recent)::float8 AS failed, avg(failed::int) FILTER (WHERE NOT recent)::float8 AS failed_before
FROM (SELECT service, failed, deployed_at > $1::timestamptz - interval '28 days' AS recent,
             extract(epoch FROM deployed_at - first_commit_at) / 3600 AS hours
      FROM shop.releases WHERE deployed_at <= $1 AND deployed_at > $1::timestamptz - interval '112 days') AS r
GROUP BY service ORDER BY service

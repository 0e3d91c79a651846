-- Lighthouse per page and category: median of the last 3 days against the 25 before, and the newest run.
SELECT url AS page, category,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY score) FILTER (WHERE ran_at > $1::timestamptz - interval '3 days')::float8 * 100 AS score,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY score) FILTER (WHERE ran_at <= $1::timestamptz - interval '3 days')::float8 * 100 AS score_before,
       max(id)::int AS run_id, count(*)::float8 AS runs
FROM shop.lighthouse_runs
WHERE ran_at <= $1 AND ran_at > $1::timestamptz - interval '28 days'
GROUP BY 1, 2 ORDER BY 1, 2

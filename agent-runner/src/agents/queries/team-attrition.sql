-- People per department now and a year ago, and who left in between.
SELECT coalesce(department, 'other') AS department,
       count(*) FILTER (WHERE left_at IS NULL OR left_at > $1::date)::float8 AS people,
       count(*) FILTER (WHERE hired_at <= $1::date - 365 AND (left_at IS NULL OR left_at > $1::date - 365))::float8 AS people_before,
       count(*) FILTER (WHERE left_at <= $1::date AND left_at > $1::date - 365)::float8 AS leavers,
       count(*) FILTER (WHERE left_at <= $1::date AND left_at > $1::date - 90)::float8 AS leavers_90d
FROM shop.employees
WHERE hired_at <= $1::date
GROUP BY 1 ORDER BY 1

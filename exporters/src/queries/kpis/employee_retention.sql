-- 100 − leavers of 12 months ÷ mean of the headcounts at both ends of them.
-- @scale 100
SELECT headcount - leavers AS numerator, headcount AS denominator, headcount AS sample_size
FROM (
  SELECT
    (
      count(*) FILTER (WHERE hired_at < year_ago AND (left_at IS NULL OR left_at >= year_ago))
      + count(*) FILTER (WHERE hired_at < today AND (left_at IS NULL OR left_at >= today))
    ) / 2.0 AS headcount,
    count(*) FILTER (WHERE left_at >= year_ago AND left_at < today) AS leavers
  FROM employees
  CROSS JOIN (SELECT :as_of::date AS today, (:as_of::date - interval '12 months')::date AS year_ago) ends
) heads

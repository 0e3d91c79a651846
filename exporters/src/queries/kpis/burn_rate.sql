-- Net burn per month over the last three months; undefined without a single bank movement.
-- @with net_burn
SELECT
  per_month AS value,
  per_month * 3 AS numerator,
  3 AS denominator,
  movements AS sample_size,
  CASE WHEN mixed_currency THEN 'mixed_currency' END AS reason
FROM net_burn
WHERE movements > 0

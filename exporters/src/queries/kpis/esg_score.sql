-- Weighted mean of the factor scores, each of its last measured month that is over; below 60 % of the weight nothing is said.
-- @scale 1
SELECT sum(f.weight * m.score) AS numerator, sum(f.weight) AS denominator, count(*) AS sample_size
FROM esg_factors f
CROSS JOIN LATERAL (
  SELECT e.score
  FROM esg_measurements e
  WHERE e.factor_id = f.id
    AND e.period_month < date_trunc('month', :as_of)::date
    AND e.score IS NOT NULL
  ORDER BY e.period_month DESC
  LIMIT 1
) m
HAVING sum(f.weight) >= 0.6 * (SELECT sum(weight) FROM esg_factors)

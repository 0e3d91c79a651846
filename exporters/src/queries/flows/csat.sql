-- Points and number of the answers and reviews of the day.
-- @scale 1
-- @matures 0
SELECT day, sum(points) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM (
  SELECT responded_at::date AS day, score::numeric AS points
  FROM csat_responses
  WHERE responded_at >= :from_day
    AND responded_at < :to_day
    AND responded_at <= :as_of
  UNION ALL
  SELECT created_at::date, rating
  FROM reviews
  WHERE created_at >= :from_day
    AND created_at < :to_day
    AND created_at <= :as_of
) answers
GROUP BY day

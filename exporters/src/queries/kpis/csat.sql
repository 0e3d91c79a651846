-- Mean of the 1–5 answers and reviews of the last 28 days.
-- @scale 1
SELECT sum(points) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM (
  SELECT score::numeric AS points
  FROM csat_responses
  WHERE responded_at > :as_of - interval '28 days'
    AND responded_at <= :as_of
  UNION ALL
  SELECT rating
  FROM reviews
  WHERE created_at > :as_of - interval '28 days'
    AND created_at <= :as_of
) answers

-- Mean System Usability Scale of the last 90 days; fewer than 12 answers say nothing.
-- @scale 1
SELECT sum(sus_score) AS numerator, count(*) AS denominator, count(*) AS sample_size
FROM ux_survey_responses
WHERE responded_at > :as_of - interval '90 days'
  AND responded_at <= :as_of
HAVING count(*) >= 12

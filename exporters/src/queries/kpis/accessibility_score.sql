-- Median Lighthouse score, category accessibility, of the runs of the last day.
SELECT 100 * percentile_cont(0.5) WITHIN GROUP (ORDER BY score) AS value, count(*) AS sample_size
FROM lighthouse_runs
WHERE category = 'accessibility'
  AND ran_at > :as_of - interval '1 day'
  AND ran_at <= :as_of
HAVING count(*) > 0

-- Median days from approval to release of the features released in 90 days.
SELECT
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM released_at - approved_at) / 86400) AS value,
  count(*) AS sample_size
FROM features
WHERE released_at > :as_of - interval '90 days'
  AND released_at <= :as_of

-- Answers to surveys and reviews, by stars.
SELECT responded_at AS at, 1 AS amount, score AS stars
FROM csat_responses
WHERE responded_at > :since
  AND responded_at <= :as_of
UNION ALL
SELECT created_at, 1, rating
FROM reviews
WHERE created_at > :since
  AND created_at <= :as_of

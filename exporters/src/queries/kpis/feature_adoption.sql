-- Mean over the features released in 90 days of: customers who used it in 28 days ÷ customers active in 28 days.
-- @scale 100
SELECT
  sum(users::numeric / active_customers) AS numerator,
  count(*) AS denominator,
  max(active_customers) AS sample_size
FROM (
  SELECT
    (
      SELECT count(DISTINCT u.customer_id)
      FROM feature_usage u
      WHERE u.feature_id = f.id
        AND u.used_on >= :as_of::date - 28
        AND u.used_on < :as_of::date
    ) AS users,
    active.customers AS active_customers
  FROM features f
  CROSS JOIN (
    SELECT count(DISTINCT customer_id) AS customers
    FROM sessions
    WHERE started_at > :as_of - interval '28 days'
      AND started_at <= :as_of
      AND customer_id IS NOT NULL
  ) active
  WHERE f.released_at > :as_of - interval '90 days'
    AND f.released_at <= :as_of
) adopted
WHERE active_customers > 0

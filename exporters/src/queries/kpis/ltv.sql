-- Orders of the first 12 months × gross margin, per customer of the cohort acquired 12 to 24 months ago.
-- @with rates, margin
-- @scale 1
SELECT
  cohort.revenue * m.ratio AS numerator,
  cohort.customers AS denominator,
  cohort.customers AS sample_size,
  CASE WHEN cohort.mixed_currency OR (m.mixed_currency AND cohort.revenue IS NOT NULL) THEN 'mixed_currency' END AS reason
FROM margin m
CROSS JOIN (
  SELECT
    sum(revenue) AS revenue,
    count(*) AS customers,
    coalesce(bool_or(mixed_currency), false) AS mixed_currency
  FROM (
    SELECT c.id, sum(o.total_net_amount * r.rate) AS revenue, bool_or(r.rate IS NULL) AS mixed_currency
    FROM customers c
    JOIN orders o
      ON o.customer_id = c.id
      AND (o.canceled_at IS NULL OR o.canceled_at > :as_of)
      AND o.created_at <= c.first_order_at + interval '12 months'
    LEFT JOIN rates r ON r.currency_code = o.currency_code
    WHERE c.first_order_at > :as_of - interval '24 months'
      AND c.first_order_at <= :as_of - interval '12 months'
    GROUP BY c.id
  ) customer_year
) cohort

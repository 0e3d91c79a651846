-- Customers by how overdue their next order is: days since the last order against their own mean interval.
WITH history AS (
  SELECT customer_id, count(*) AS orders, max(created_at) AS last_at, min(created_at) AS first_at, sum(total_net_amount) AS value
  FROM shop.orders
  WHERE customer_id IS NOT NULL AND created_at <= $1 AND (canceled_at IS NULL OR canceled_at > $1)
  GROUP BY customer_id
),
rhythm AS (
  SELECT *, extract(epoch FROM last_at - first_at) / 86400 / nullif(orders - 1, 0) AS every_days,
         extract(epoch FROM $1::timestamptz - last_at) / 86400 AS since_days
  FROM history
)
SELECT count(*)::float8 AS customers, count(*) FILTER (WHERE orders >= 2)::float8 AS repeaters,
       count(*) FILTER (WHERE orders >= 3 AND since_days > 2 * every_days AND since_days BETWEEN 45 AND 365)::float8 AS at_risk,
       coalesce(avg(value / orders) FILTER (WHERE orders >= 3 AND since_days > 2 * every_days AND since_days BETWEEN 45 AND 365), 0)::float8 AS order_value,
       count(*) FILTER (WHERE first_at > $1::timestamptz - interval '180 days' AND first_at <= $1::timestamptz - interval '90 days')::float8 AS cohort,
       count(*) FILTER (WHERE orders >= 2 AND first_at > $1::timestamptz - interval '180 days' AND first_at <= $1::timestamptz - interval '90 days')::float8 AS cohort_repeaters,
       count(*) FILTER (WHERE first_at > $1::timestamptz - interval '455 days' AND first_at <= $1::timestamptz - interval '365 days')::float8 AS earlier_cohort
FROM rhythm

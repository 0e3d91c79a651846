-- Cost lines of the running month (complete days): spent against the same share of the budget, and spending of the last
-- 7 days against the 28 before.
WITH month AS (
  SELECT date_trunc('month', $1::timestamptz - interval '1 day')::date AS first,
         extract(day FROM date_trunc('month', $1::timestamptz - interval '1 day') + interval '1 month - 1 day') AS days,
         ($1::date - date_trunc('month', $1::timestamptz - interval '1 day')::date) AS gone
)
SELECT l.department, l.account,
       coalesce(sum(l.amount) FILTER (WHERE l.booked_on >= m.first), 0)::float8 AS spent,
       (b.amount * m.gone / m.days)::float8 AS planned, b.amount::float8 AS monthly_budget,
       (coalesce(sum(l.amount) FILTER (WHERE l.booked_on >= $1::date - 7), 0) / 7)::float8 AS per_day,
       (coalesce(sum(l.amount) FILTER (WHERE l.booked_on < $1::date - 7 AND l.booked_on >= $1::date - 35), 0) / 28)::float8 AS usual_per_day,
       m.gone::float8 AS days_gone
FROM shop.ledger_entries l CROSS JOIN month m
LEFT JOIN shop.budgets b ON b.department = l.department AND b.account = l.account AND b.period_month = m.first AND NOT b.is_revenue
WHERE NOT l.is_revenue AND l.booked_on < $1::date AND l.booked_on >= $1::date - 62
GROUP BY l.department, l.account, b.amount, m.gone, m.days
ORDER BY 1, 2

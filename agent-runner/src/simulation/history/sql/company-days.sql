-- Totals of the company per day; rows without an exchange rate are for the KPI queries to judge, here one currency is assumed.
WITH d AS (SELECT g::date AS day FROM generate_series($1::date, $2::date - 1, interval '1 d') g),
o AS (SELECT created_at::date AS day, count(*) AS orders, sum(total_net_amount) AS revenue FROM shop.orders
  WHERE created_at >= $1::date AND created_at < $2::date AND (canceled_at IS NULL OR canceled_at >= $2::date) GROUP BY 1),
i AS (SELECT o.created_at::date AS day, sum(i.quantity) AS units, sum(i.quantity * i.unit_cost) AS cost FROM shop.order_items i
  JOIN shop.orders o ON o.id = i.order_id WHERE o.created_at >= $1::date AND o.created_at < $2::date
  AND (o.canceled_at IS NULL OR o.canceled_at >= $2::date) GROUP BY 1),
s AS (SELECT started_at::date AS day, count(*) AS sessions FROM shop.sessions
  WHERE NOT is_bot AND started_at >= $1::date AND started_at < $2::date GROUP BY 1),
n AS (SELECT first_order_at::date AS day, count(*) AS new_customers FROM shop.customers
  WHERE first_order_at >= $1::date AND first_order_at < $2::date GROUP BY 1),
m AS (SELECT day, sum(amount) AS marketing FROM (
  SELECT date_day AS day, spend AS amount FROM shop.campaign_daily_stats WHERE date_day >= $1::date AND date_day < $2::date
  UNION ALL SELECT booked_on, amount FROM shop.marketing_costs WHERE booked_on >= $1::date AND booked_on < $2::date) x GROUP BY 1),
t AS (SELECT created_at::date AS day, count(*) AS opened FROM shop.tickets
  WHERE created_at >= $1::date AND created_at < $2::date GROUP BY 1),
l AS (SELECT booked_on AS day, sum(amount) AS operating FROM shop.ledger_entries
  WHERE NOT is_revenue AND booked_on >= $1::date AND booked_on < $2::date GROUP BY 1)
SELECT d.day - DATE '1970-01-01' AS day, coalesce(sessions, 0)::float8 AS sessions, coalesce(orders, 0)::float8 AS orders,
  coalesce(units, 0)::float8 AS units, coalesce(revenue, 0)::float8 AS revenue, coalesce(cost, 0)::float8 AS cost_of_goods,
  coalesce(new_customers, 0)::float8 AS new_customers, coalesce(marketing, 0)::float8 AS marketing_cost,
  coalesce(opened, 0)::float8 AS tickets_opened, coalesce(operating, 0)::float8 AS operating_cost
FROM d LEFT JOIN o USING (day) LEFT JOIN i USING (day) LEFT JOIN s USING (day) LEFT JOIN n USING (day)
LEFT JOIN m USING (day) LEFT JOIN t USING (day) LEFT JOIN l USING (day) ORDER BY 1

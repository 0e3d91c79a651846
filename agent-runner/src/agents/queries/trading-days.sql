-- Orders and net revenue per day over 70 days, newest first, with refunds of the day.
SELECT day AS days_ago,
       count(o.id)::float8 AS orders, coalesce(sum(o.total_net_amount), 0)::float8 AS revenue,
       coalesce(sum(o.total_net_amount) FILTER (WHERE o.canceled_at <= $1), 0)::float8 AS canceled
FROM generate_series(0, 69) AS day
LEFT JOIN shop.orders o ON o.created_at <= $1::timestamptz - day * interval '1 day' AND o.created_at > $1::timestamptz - (day + 1) * interval '1 day'
WHERE EXISTS (SELECT 1 FROM shop.orders WHERE created_at <= $1)
GROUP BY day ORDER BY day

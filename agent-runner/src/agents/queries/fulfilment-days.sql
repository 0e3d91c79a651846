-- Orders per day over 35 days: paid, shipped, and still waiting at the end of the day, with the median hours to ship; newest first.
WITH work AS (
  SELECT o.id, o.paid_at, min(f.shipped_at) FILTER (WHERE f.shipped_at <= $1) AS shipped_at
  FROM shop.orders o LEFT JOIN shop.fulfillments f ON f.order_id = o.id AND f.canceled_at IS NULL
  WHERE o.created_at <= $1 AND o.created_at > $1::timestamptz - interval '50 days' AND o.paid_at <= $1
    AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY o.id
),
paid AS (
  SELECT floor(extract(epoch FROM $1::timestamptz - paid_at) / 86400)::int AS day, count(*) AS orders FROM work GROUP BY 1
),
shipped AS (
  SELECT floor(extract(epoch FROM $1::timestamptz - shipped_at) / 86400)::int AS day, count(*) AS orders,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM shipped_at - paid_at) / 3600) AS median_hours
  FROM work WHERE shipped_at IS NOT NULL GROUP BY 1
),
days AS (
  SELECT day, coalesce(paid.orders, 0) AS paid, coalesce(shipped.orders, 0) AS shipped, shipped.median_hours,
         -- Everything paid up to the end of the day less everything shipped up to then.
         sum(coalesce(paid.orders, 0) - coalesce(shipped.orders, 0)) OVER (ORDER BY day DESC) AS waiting
  FROM generate_series(0, 49) AS day LEFT JOIN paid USING (day) LEFT JOIN shipped USING (day)
  WHERE EXISTS (SELECT 1 FROM work)
)
SELECT day AS days_ago, paid::float8, shipped::float8, waiting::float8, median_hours::float8
FROM days WHERE day < 35 ORDER BY day

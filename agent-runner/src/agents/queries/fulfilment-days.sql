-- Orders per day over 35 days: paid, shipped, and still waiting at the end of the day, with the median hours to ship; newest first.
WITH work AS (
  SELECT o.id, o.paid_at, min(f.shipped_at) FILTER (WHERE f.shipped_at <= $1) AS shipped_at
  FROM shop.orders o LEFT JOIN shop.fulfillments f ON f.order_id = o.id AND f.canceled_at IS NULL
  WHERE o.paid_at <= $1 AND o.paid_at > $1::timestamptz - interval '49 days' AND (o.canceled_at IS NULL OR o.canceled_at > $1)
  GROUP BY o.id
)
SELECT day AS days_ago,
       (SELECT count(*) FROM work WHERE floor(extract(epoch FROM $1::timestamptz - paid_at) / 86400) = day)::float8 AS paid,
       (SELECT count(*) FROM work WHERE floor(extract(epoch FROM $1::timestamptz - shipped_at) / 86400) = day)::float8 AS shipped,
       (SELECT count(*) FROM work WHERE paid_at <= $1::timestamptz - day * interval '1 day'
          AND (shipped_at IS NULL OR shipped_at > $1::timestamptz - day * interval '1 day'))::float8 AS waiting,
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM shipped_at - paid_at) / 3600) FROM work
         WHERE floor(extract(epoch FROM $1::timestamptz - shipped_at) / 86400) = day)::float8 AS median_hours
FROM generate_series(0, 34) AS day
WHERE EXISTS (SELECT 1 FROM work)
ORDER BY day

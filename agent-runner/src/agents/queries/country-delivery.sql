-- Parcels per country delivered or due: last 21 days against the 56 before: days from payment to door, share after the promise.
SELECT coalesce(c.country_code, '??') AS country, count(*) FILTER (WHERE recent)::float8 AS parcels,
       (avg(extract(epoch FROM delivered - paid_at) / 86400) FILTER (WHERE recent))::float8 AS days,
       (avg(extract(epoch FROM delivered - paid_at) / 86400) FILTER (WHERE NOT recent))::float8 AS days_before,
       avg((delivered > promised_at)::int) FILTER (WHERE recent)::float8 AS late,
       avg((delivered > promised_at)::int) FILTER (WHERE NOT recent)::float8 AS late_before
FROM (SELECT o.customer_id, o.paid_at, o.promised_at, o.paid_at > $1::timestamptz - interval '21 days' AS recent,
             coalesce(least(f.delivered_at, $1), $1) AS delivered
      FROM shop.orders o LEFT JOIN shop.fulfillments f ON f.order_id = o.id
      WHERE o.paid_at <= $1::timestamptz - interval '5 days' AND o.paid_at > $1::timestamptz - interval '77 days'
        AND (o.canceled_at IS NULL OR o.canceled_at > $1)) AS p
JOIN shop.customers c ON c.id = p.customer_id
GROUP BY 1 ORDER BY 2 DESC, 1

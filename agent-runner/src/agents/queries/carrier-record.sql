-- Parcels per carrier: last 14 days against the 56 before: on time, days to deliver, errors, price.
WITH parcels AS (
  SELECT f.id, f.carrier_id, f.shipped_at, f.delivered_at, o.promised_at, f.shipping_cost_amount,
         f.shipped_at > $1::timestamptz - interval '21 days' AS recent
  FROM shop.fulfillments f JOIN shop.orders o ON o.id = f.order_id
  WHERE f.shipped_at <= $1::timestamptz - interval '4 days' AND f.shipped_at > $1::timestamptz - interval '77 days' AND f.carrier_id IS NOT NULL
)
SELECT c.id::int AS carrier_id, c.name, count(*) FILTER (WHERE recent)::float8 AS parcels,
       avg((delivered_at IS NULL OR delivered_at > $1 OR delivered_at > promised_at)::int) FILTER (WHERE recent)::float8 AS late_share,
       avg((delivered_at IS NULL OR delivered_at > promised_at)::int) FILTER (WHERE NOT recent)::float8 AS usual_late_share,
       avg(extract(epoch FROM coalesce(least(delivered_at, $1), $1) - shipped_at) / 86400) FILTER (WHERE recent)::float8 AS days,
       avg(extract(epoch FROM delivered_at - shipped_at) / 86400) FILTER (WHERE NOT recent)::float8 AS usual_days,
       avg((EXISTS (SELECT 1 FROM shop.shipment_errors e WHERE e.fulfillment_id = p.id AND e.reported_at <= $1))::int)::float8 AS error_share,
       avg(shipping_cost_amount)::float8 AS price
FROM parcels p JOIN shop.carriers c ON c.id = p.carrier_id
WHERE c.active_to IS NULL OR c.active_to >= $1::date
GROUP BY c.id ORDER BY c.id

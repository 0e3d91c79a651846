-- Lines of the orders made 30 to 120 days ago that were delivered; EXISTS, because an order in two parcels counts once.
SELECT i.id AS order_item_id, i.quantity
FROM order_items i
JOIN orders o ON o.id = i.order_id
WHERE o.created_at > :as_of - interval '120 days'
  AND o.created_at <= :as_of - interval '30 days'
  AND EXISTS (SELECT 1 FROM fulfillments f WHERE f.order_id = o.id AND f.delivered_at <= :as_of)

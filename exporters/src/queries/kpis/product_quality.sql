-- Units returned as defective ÷ units delivered × 100, same cohort as return_rate; lower is better.
-- @with delivered_items
-- @scale 100
SELECT
  coalesce(
    (
      SELECT sum(ri.quantity)
      FROM delivered_items d
      JOIN return_items ri ON ri.order_item_id = d.order_item_id AND ri.reason = 'defect'
      JOIN returns t ON t.id = ri.return_id
      WHERE t.received_at <= :as_of
    ),
    0
  ) AS numerator,
  sum(quantity) AS denominator,
  sum(quantity) AS sample_size
FROM delivered_items

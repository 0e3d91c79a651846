import type { RunbookText } from '../runbook-text.ts';

export const logisticsRunbooks = {
  fulfillment_time: {
    impact:
      'Parcels leave late: promises break within days, csat and conversion follow two weeks later, tickets at once.',
    asks: 'Where do orders wait: which warehouse, before packing or before pick-up?',
    sql: `SELECT f.warehouse_id, f.shipped_at::date AS day, count(*) AS parcels,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.shipped_at - o.paid_at) / 3600) AS median_hours,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.shipped_at - f.packed_at) / 3600) AS packed_to_shipped
FROM shop.fulfillments f JOIN shop.orders o ON o.id = f.order_id
WHERE f.shipped_at BETWEEN :as_of::timestamptz - interval '10 days' AND :as_of GROUP BY 1, 2 ORDER BY 2 DESC, 1;`,
    causes: [
      'Too few people: orders paid exceed parcels shipped for days, the backlog grows. See staff_shifts.',
      'A full warehouse: warehouse_capacity above 85 %; every pick takes longer.',
      'A carrier that does not collect: packed_to_shipped grows, packing does not.',
      'Goods are missing: orders wait for stock; see stock_rupture.',
    ],
    cures: [
      { action: 'warehouse.extra-shift', when: 'the backlog grows and space is there' },
      { action: 'warehouse.carrier-weights', when: 'one carrier is late' },
      { action: 'warehouse.overflow', when: 'the warehouse is full' },
      { action: 'shop.delivery-promise', when: 'until the backlog is gone: promise what is kept' },
    ],
    caution:
      'When an old backlog is shipped the median rises although things get better: watch parcels shipped per order paid and the oldest unshipped order.',
  },
  shipping_accuracy: {
    impact: 'A wrong parcel costs two more shipments, a ticket and often the customer.',
    asks: 'What kind of error, in which warehouse, with which carrier?',
    sql: `SELECT e.type, f.warehouse_id, f.carrier_id, count(*) AS errors, min(f.shipped_at)::date AS first, max(f.shipped_at)::date AS last
FROM shop.shipment_errors e JOIN shop.fulfillments f ON f.id = e.fulfillment_id
WHERE f.shipped_at BETWEEN :as_of::timestamptz - interval '42 days' AND :as_of AND e.reported_at <= :as_of GROUP BY 1, 2, 3 ORDER BY 4 DESC;`,
    causes: [
      'wrong_item, wrong_quantity: new people, two similar products side by side, a changed bin.',
      'damaged, lost: one carrier, or new packaging.',
      'wrong_address: a form or an import of addresses.',
    ],
    cures: [
      { action: 'warehouse.carrier-weights', when: 'damage and loss come from one carrier' },
      { action: 'work.task', when: 'bins have to be separated or a check added at packing' },
      { action: 'crm.customer-notice', when: 'the affected orders are known' },
    ],
    caution:
      'Errors are reported for two weeks after shipping: the KPI ends 14 days ago, so a cure needs that long to show.',
  },
  inventory_turnover: {
    impact: 'Too low: money lies on shelves and spoils. Too high: stock is thin and runs out; see stock_rupture.',
    asks: 'What lies long, at what cost?',
    sql: `WITH latest AS (SELECT warehouse_id, max(snapshot_at) AS at FROM shop.inventory_snapshots WHERE snapshot_at <= :as_of GROUP BY 1),
stock AS (SELECT s.product_id, sum(s.quantity) AS units, round(sum(s.quantity * s.unit_cost), 2) AS value FROM latest l
  JOIN shop.inventory_snapshots s ON s.warehouse_id = l.warehouse_id AND s.snapshot_at = l.at GROUP BY 1)
SELECT p.sku, stock.units, stock.value, coalesce(sum(i.quantity), 0) AS sold_90_days
FROM stock JOIN shop.products p ON p.id = stock.product_id
LEFT JOIN shop.order_items i ON i.product_id = p.id AND EXISTS (SELECT 1 FROM shop.orders o WHERE o.id = i.order_id AND o.created_at BETWEEN :as_of::timestamptz - interval '90 days' AND :as_of)
GROUP BY 1, 2, 3 ORDER BY stock.value / (1 + coalesce(sum(i.quantity), 0)) DESC LIMIT 20;`,
    causes: [
      'Bought too much of few products: they carry most of the value.',
      'Demand fell and the reorder points did not.',
      'Too high: orders are late, stock is thin everywhere.',
    ],
    cures: [
      { action: 'erp.reorder-points', when: 'the points do not fit the demand any more' },
      { action: 'erp.purchase-order-cancel', when: 'more of the slow ones is on order' },
      { action: 'price-list.change', when: 'a markdown clears dead stock above its cost' },
      { action: 'assortment.delist', when: 'a product will not sell again' },
    ],
    caution:
      'Twelve months: this KPI moves slowly in both directions. Cutting stock everywhere turns into stock-outs first.',
  },
  warehouse_capacity: {
    impact:
      'Above 85 % every movement takes longer, and parcels leave later the next day. Below 60 % empty space is paid for.',
    asks: 'Which warehouse, which products fill it, what arrives next?',
    sql: `WITH latest AS (SELECT warehouse_id, max(snapshot_at) AS at FROM shop.inventory_snapshots WHERE snapshot_at <= :as_of GROUP BY 1)
SELECT w.id, w.name, w.capacity_m3, round(sum(s.quantity * p.volume_m3), 1) AS used_m3, round(100 * sum(s.quantity * p.volume_m3) / w.capacity_m3, 1) AS percent,
  (SELECT count(*) FROM shop.purchase_orders po JOIN shop.purchase_order_items pi ON pi.purchase_order_id = po.id WHERE pi.warehouse_id = w.id AND po.received_at IS NULL AND po.canceled_at IS NULL AND po.ordered_at <= :as_of) AS lines_on_order
FROM latest l JOIN shop.inventory_snapshots s ON s.warehouse_id = l.warehouse_id AND s.snapshot_at = l.at
JOIN shop.warehouses w ON w.id = l.warehouse_id JOIN shop.products p ON p.id = s.product_id GROUP BY 1, 2, 3 ORDER BY percent DESC;`,
    causes: [
      'A large delivery came early, or several at once.',
      'Sales fell and orders went on arriving.',
      'Returns pile up unprocessed.',
      'Empty: a supplier is late; see stock_rupture.',
    ],
    cures: [
      { action: 'warehouse.overflow', when: 'it is full now and arrivals are on the way' },
      { action: 'erp.purchase-order-cancel', when: 'what arrives is not needed' },
      { action: 'warehouse.stock-transfer', when: 'another warehouse has room' },
      { action: 'price-list.change', when: 'bulky slow products can be sold off' },
    ],
    caution:
      'Seen at the next stock snapshot. Rented space empties the warehouse and not the problem: clear slow stock meanwhile.',
  },
  return_rate: {
    impact: 'Each return costs two transports and handling, and some goods cannot be sold again.',
    asks: 'Which products come back, and for which reason?',
    sql: `SELECT i.product_id, ri.reason, sum(ri.quantity) AS units, sum(ri.damaged_quantity) AS damaged
FROM shop.return_items ri JOIN shop.returns r ON r.id = ri.return_id JOIN shop.order_items i ON i.id = ri.order_item_id
WHERE r.received_at BETWEEN :as_of::timestamptz - interval '60 days' AND :as_of GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20;`,
    causes: [
      'defect: one product or batch; see product_quality.',
      'not_as_described: text, picture or size table of few products.',
      'wrong_item, late: the warehouse; see shipping_accuracy and fulfillment_time.',
      'changed_mind: a promotion that brought impulse orders.',
    ],
    cures: [
      { action: 'assortment.delist', when: 'one product keeps coming back as defective' },
      { action: 'content.brief', when: 'the description is wrong' },
      { action: 'work.task', when: 'packing or a supplier has to be talked to' },
    ],
    caution:
      'Orders of 30 to 120 days ago: a cure shows after a month. Harder return rules lower the number and the conversion.',
  },
} as const satisfies Record<string, RunbookText>;

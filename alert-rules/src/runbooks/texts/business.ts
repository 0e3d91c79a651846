import type { RunbookText } from '../runbook-text.ts';

export const businessRunbooks = {
  conversion_rate: {
    impact:
      'Orders and revenue fall in proportion, acquisition cost rises in inverse proportion: the visits are paid for already.',
    asks: 'Which channel and device lost orders per session, this week against the four before?',
    sql: `SELECT s.channel, s.device, s.started_at > :as_of::timestamptz - interval '7 days' AS this_week,
  count(*) AS sessions, round(100.0 * count(o.session_id) / count(*), 2) AS percent
FROM shop.sessions s LEFT JOIN (SELECT DISTINCT session_id FROM shop.orders WHERE created_at <= :as_of) o ON o.session_id = s.id
WHERE NOT s.is_bot AND s.started_at BETWEEN :as_of::timestamptz - interval '35 days' AND :as_of
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;`,
    causes: [
      'Checkout: slow or broken. All channels fall at once; look at backend_p95_ms, frontend_p95_ms and the last release.',
      'Stock: visitors look at what is not available. stock_rupture is up and the loss sits in single categories.',
      'Prices: a list import or a rise; average_order_value moved the other way.',
      'Traffic: a campaign brings visitors who do not buy. One channel, sessions up, orders level.',
    ],
    cures: [
      { action: 'flags.set-variant', when: 'a candidate of the checkout loses orders' },
      { action: 'erp.purchase-order', when: 'best sellers are out of stock' },
      { action: 'price-list.restore', when: 'a price change preceded the fall' },
      { action: 'ads.campaign-pause', when: 'one campaign explains the loss' },
    ],
    caution:
      'A mean of 28 days: a dead checkout moves it only after days, the flow alert within two hours; after a cure it stays low for weeks. Judge by the daily flow.',
  },
  cart_abandonment: {
    impact: 'Customers who had decided leave at the till. Conversion falls in the same hours, by the same share.',
    asks: 'Since when do carts stay open, and does their value matter?',
    sql: `SELECT created_at::date AS day, count(*) AS carts,
  round(100.0 * count(*) FILTER (WHERE completed_at IS NULL OR completed_at > :as_of) / count(*), 1) AS abandoned_percent,
  round(avg(total_amount), 2) AS mean_value
FROM shop.carts WHERE created_at BETWEEN :as_of::timestamptz - interval '15 days' AND :as_of::timestamptz - interval '1 day'
GROUP BY 1 ORDER BY 1 DESC;`,
    causes: [
      'A step of the checkout is slow or broken: from one day to the next, often on one device.',
      'Shipping cost or delivery promise: small carts are abandoned, large ones are not.',
      'Something in the cart is not available: product views of unavailable products are up.',
    ],
    cures: [
      { action: 'flags.set-variant', when: 'the rise follows a new checkout variant' },
      { action: 'shop.free-shipping-threshold', when: 'small carts are the ones that are left' },
      { action: 'shop.delivery-promise', when: 'the promise shown is worse than what is kept' },
    ],
    caution:
      'A cart counts as abandoned after 24 h: the KPI sees a cure a day later, the completed carts per cart at once.',
  },
  average_order_value: {
    impact: 'The same visits and the same work bring less money; customer value falls with it, one to one.',
    asks: 'Did prices, the mix or the discounts move?',
    sql: `SELECT d.day, d.orders, d.mean_value, d.mean_discount, count(p.id) AS price_changes
FROM (SELECT created_at::date AS day, count(*) AS orders, round(avg(total_net_amount), 2) AS mean_value, round(avg(discount_amount), 2) AS mean_discount
  FROM shop.orders WHERE created_at BETWEEN :as_of::timestamptz - interval '21 days' AND :as_of GROUP BY 1) d
LEFT JOIN shop.price_changes p ON p.valid_from::date = d.day GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC;`,
    causes: [
      'A bad price import: many price_changes on one day, and single prices far below unit cost.',
      'A coupon that is used more often than meant: mean_discount rises.',
      'Dear products are out of stock: cheap ones sell on, stock_rupture is up.',
      'A campaign for cheap products: more orders, less value each.',
    ],
    cures: [
      { action: 'price-list.restore', when: 'a price change is wrong: restore the prices of before' },
      { action: 'crm.coupon-limit', when: 'one coupon explains the discounts' },
      { action: 'assortment.feature', when: 'the mix moved to cheap products' },
    ],
    caution: 'Do not raise prices to repair the number: units fall by more than a percent for each percent of price.',
  },
  stock_rupture: {
    impact:
      'Out-of-stock products sell nothing: a third of their buyers go elsewhere, conversion falls by about 0.6 % per point, and the ads for them are paid for nothing.',
    asks: 'Which products are out, how fast did they sell, what is on order?',
    sql: `WITH latest AS (SELECT warehouse_id, max(snapshot_at) AS at FROM shop.inventory_snapshots WHERE snapshot_at <= :as_of GROUP BY 1),
out AS (SELECT s.product_id FROM latest l JOIN shop.inventory_snapshots s ON s.warehouse_id = l.warehouse_id AND s.snapshot_at = l.at
  GROUP BY 1 HAVING sum(s.quantity - s.reserved_quantity) <= 0)
SELECT p.id, p.sku, p.title,
  (SELECT sum(i.quantity) FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id WHERE i.product_id = p.id AND o.created_at BETWEEN :as_of::timestamptz - interval '28 days' AND :as_of) AS sold_28_days,
  (SELECT min(po.expected_at) FROM shop.purchase_orders po JOIN shop.purchase_order_items pi ON pi.purchase_order_id = po.id WHERE pi.product_id = p.id AND po.received_at IS NULL AND po.canceled_at IS NULL) AS expected
FROM out JOIN shop.products p ON p.id = out.product_id ORDER BY sold_28_days DESC NULLS LAST LIMIT 20;`,
    causes: [
      'A supplier is late: an order exists and its expected date is past. Often one supplier, many products.',
      'Demand rose and the reorder points did not: products with high sales and no order.',
      'Reorder points or lead times are missing for new products.',
    ],
    cures: [
      { action: 'erp.purchase-order', when: 'nothing is on order; expedited for best sellers' },
      { action: 'warehouse.stock-transfer', when: 'another warehouse has some' },
      { action: 'ads.exclude-products', when: 'until they are back: the clicks are wasted' },
      { action: 'erp.reorder-points', when: 'the same products run out again and again' },
    ],
    caution:
      'Seen at the next stock snapshot, at the latest within the hour. Delisting lowers the number and loses the customers.',
  },
  roi_campaigns: {
    impact: 'Below 0 every advertising euro loses money; at 30 % the mean of the trade is only just met.',
    asks: 'Which campaigns earn their spend on margin?',
    sql: `SELECT c.id, c.name, c.channel, sum(d.spend) AS spend, sum(d.attributed_revenue) AS revenue,
  round(sum(d.attributed_revenue) / nullif(sum(d.spend), 0), 2) AS roas
FROM shop.campaign_daily_stats d JOIN shop.campaigns c ON c.id = d.campaign_id
WHERE d.date_day >= :as_of::date - 28 AND d.date_day < :as_of::date GROUP BY 1, 2, 3 ORDER BY roas NULLS FIRST;`,
    causes: [
      'Clicks got dearer: spend per click up, conversions level. Usually one channel.',
      'The shop converts worse: all campaigns fall together; see conversion_rate.',
      'Margin fell: revenue per spend is level, gross_margin is not. Break-even ROAS is 1 ÷ margin.',
      'Ads for products that are out of stock.',
    ],
    cures: [
      { action: 'ads.budget-shift', when: 'some campaigns earn and others do not' },
      { action: 'ads.campaign-pause', when: 'a campaign is below break-even for two weeks' },
      { action: 'ads.campaign-budget', when: 'the last euros of a good campaign no longer earn' },
      { action: 'ads.exclude-products', when: 'the clicks go to unavailable products' },
    ],
    caution:
      'Attribution is a claim of the platforms. Shift in steps and let a week pass: returns diminish with the budget.',
  },
} as const satisfies Record<string, RunbookText>;

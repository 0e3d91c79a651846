import type { RunbookText } from '../runbook-text.ts';

export const productRunbooks = {
  catalog_coverage: {
    impact: 'Products nobody buys cost shelf, capital and attention, and hide those that sell.',
    asks: 'Which products did not sell, and were they seen and available?',
    sql: `SELECT p.id, p.sku, p.category, p.published_at::date AS published,
  (SELECT count(*) FROM shop.page_events e WHERE e.product_id = p.id AND e.event_type = 'view' AND e.occurred_at BETWEEN :as_of::timestamptz - interval '28 days' AND :as_of) AS views_28_days
FROM shop.products p WHERE p.published_at <= :as_of AND (p.discontinued_at IS NULL OR p.discontinued_at > :as_of)
  AND NOT EXISTS (SELECT 1 FROM shop.order_items i JOIN shop.orders o ON o.id = i.order_id WHERE i.product_id = p.id AND o.created_at BETWEEN :as_of::timestamptz - interval '90 days' AND :as_of)
ORDER BY views_28_days DESC LIMIT 30;`,
    causes: [
      'Not seen: no views. Placement or search, not the product.',
      'Seen and not bought: price, picture or text.',
      'Not available: out of stock for most of the time; see stock_rupture.',
      'Many new products at once: they have not had 90 days.',
    ],
    cures: [
      { action: 'assortment.feature', when: 'good products are not seen' },
      { action: 'assortment.delist', when: 'seen, available, and nobody wants them' },
      { action: 'price-list.change', when: 'seen, and the price is above the market' },
    ],
    caution: 'Delisting raises the number at once. Check season and replacement parts first.',
  },
  time_to_market: {
    impact: 'What was decided reaches customers later; competitors and seasons do not wait.',
    asks: 'Which features took long, and what waits now?',
    sql: `SELECT name, approved_at::date, released_at::date, extract(day FROM coalesce(released_at, :as_of::timestamptz) - approved_at) AS days
FROM shop.features WHERE approved_at <= :as_of AND (released_at IS NULL OR released_at > :as_of::timestamptz - interval '90 days') ORDER BY days DESC LIMIT 20;`,
    causes: [
      'A few large features: the median of few moves by one.',
      'Waiting, not work: releases are rare or blocked. See releases and ci_builds.',
      'Debt: everything takes longer; see tech_debt_score and code_health.',
    ],
    cures: [
      { action: 'tech.spec', when: 'a feature is too large: cut it' },
      { action: 'tech.build-cache', when: 'builds take most of the day' },
      { action: 'tech.pay-debt', when: 'one part of the code slows everything' },
    ],
    caution:
      'Approving later shortens the number and nothing else. Ninety days of releases: the oldest open feature tells more.',
  },
  feature_adoption: {
    impact: 'Work was spent on what few people use.',
    asks: 'Which new features are used by how many active customers?',
    sql: `SELECT f.name, f.released_at::date, count(DISTINCT u.customer_id) AS users, sum(u.uses) AS uses
FROM shop.features f LEFT JOIN shop.feature_usage u ON u.feature_id = f.id AND u.used_on >= :as_of::date - 28 AND u.used_on < :as_of::date
WHERE f.released_at BETWEEN :as_of::timestamptz - interval '90 days' AND :as_of GROUP BY 1, 2 ORDER BY users;`,
    causes: [
      'Released a few days ago: 28 days have not passed.',
      'Not found: nobody was told, or it is three clicks away.',
      'For a few customers only: eligible_segment is small, the denominator is all.',
    ],
    cures: [
      { action: 'shop.banner', when: 'it is good and unknown' },
      { action: 'work.question', when: 'known and not used: ask why' },
      { action: 'tech.spec', when: 'the way to it has to change' },
    ],
    caution: 'A new release without users pulls the mean down by design. Compare features of the same age.',
  },
  product_quality: {
    impact:
      'Defective goods come back, are reviewed badly and can become a recall. Lower is better although the name says quality.',
    asks: 'Which product and supplier do the defects come from?',
    sql: `SELECT i.product_id, p.sku, sp.supplier_id, sum(ri.quantity) AS defective, max(r.received_at)::date AS last
FROM shop.return_items ri JOIN shop.returns r ON r.id = ri.return_id JOIN shop.order_items i ON i.id = ri.order_item_id JOIN shop.products p ON p.id = i.product_id
LEFT JOIN LATERAL (SELECT supplier_id FROM shop.supplier_products s WHERE s.product_id = p.id ORDER BY valid_from DESC LIMIT 1) sp ON true
WHERE ri.reason = 'defect' AND r.received_at BETWEEN :as_of::timestamptz - interval '120 days' AND :as_of GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 20;`,
    causes: [
      'One batch of one supplier: defects start with a delivery.',
      'Transport: "defect" is damage; compare with damaged_quantity and the carrier.',
      'A product at the end of its shelf life.',
    ],
    cures: [
      { action: 'assortment.delist', when: 'one product or batch is bad: stop selling it first' },
      { action: 'finance.renegotiate', when: 'the supplier has to pay and improve' },
      { action: 'crm.customer-notice', when: 'the defect can hurt somebody' },
    ],
    caution: 'Orders of 30 to 120 days ago: the returns of this week are the earlier sign.',
  },
} as const satisfies Record<string, RunbookText>;

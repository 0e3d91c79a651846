import type { RunbookText } from '../runbook-text.ts';

export const supportRunbooks = {
  response_time: {
    impact:
      'Customers wait, ask again and buy elsewhere; each unanswered ticket makes the queue longer by a second one.',
    asks: 'Is it more tickets or fewer answers, and about what?',
    sql: `SELECT t.created_at::date AS day, t.category, count(*) AS opened, count(r.at) AS answered,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.at - t.created_at) / 60) AS median_minutes
FROM shop.tickets t LEFT JOIN LATERAL (SELECT min(c.created_at) AS at FROM shop.ticket_comments c
  WHERE c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public AND c.created_at <= :as_of) r ON true
WHERE t.created_at BETWEEN :as_of::timestamptz - interval '8 days' AND :as_of GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC;`,
    causes: [
      'A wave: one category exploded. Late parcels, a bad price, a broken page; cure that.',
      'Fewer people on shift: opened is level, answered falls. See staff_shifts, team support.',
      'A channel nobody watches: one channel has no answers at all.',
    ],
    cures: [
      { action: 'helpdesk.staffing', when: 'the queue grows by the hour' },
      { action: 'helpdesk.macro', when: 'one question makes up the wave' },
      { action: 'shop.banner', when: 'an answer on the page spares the ticket' },
      { action: 'crm.customer-notice', when: 'the affected customers are known: write first' },
    ],
    caution:
      'Tickets without an answer are not in the median: it can look good while the queue grows. Look at the oldest unanswered ticket. Waiting grows steeply near full load: one agent more can halve it.',
  },
  resolution_rate: {
    impact: 'Customers come back with the same question: twice the work, and csat falls.',
    asks: 'Which category stays open or is reopened?',
    sql: `SELECT category, count(*) AS tickets, count(*) FILTER (WHERE solved_at <= :as_of) AS solved, count(*) FILTER (WHERE reopened_at <= :as_of) AS reopened
FROM shop.tickets WHERE created_at BETWEEN :as_of::timestamptz - interval '14 days' AND :as_of::timestamptz - interval '7 days' GROUP BY 1 ORDER BY 2 DESC;`,
    causes: [
      'A problem support cannot solve: it waits for the warehouse, a refund, a release.',
      'Tickets are closed too early: reopened rises.',
      'Too few people: everything is slower; see response_time.',
    ],
    cures: [
      { action: 'helpdesk.refund-batch', when: 'many wait for a refund' },
      { action: 'helpdesk.macro', when: 'answers differ or are wrong' },
      { action: 'helpdesk.staffing', when: 'response_time is off as well' },
    ],
    caution: 'The tickets of a week ago, so a cure shows a week later. Not the same as solved at first contact.',
  },
  csat: {
    impact: 'Unhappy customers do not come back and tell others; customer value follows within a quarter.',
    asks: 'Is it delivery, support or a product?',
    sql: `SELECT x.day, x.source, count(*) AS answers, round(avg(x.stars), 2) AS mean, count(*) FILTER (WHERE x.stars <= 2) AS low
FROM (SELECT responded_at::date AS day, 'survey' AS source, score AS stars FROM shop.csat_responses WHERE responded_at BETWEEN :as_of::timestamptz - interval '14 days' AND :as_of
  UNION ALL SELECT created_at::date, coalesce(topic, 'review'), rating FROM shop.reviews WHERE created_at BETWEEN :as_of::timestamptz - interval '14 days' AND :as_of) x
GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC;`,
    causes: [
      'Late parcels: an order delivered late gets about 1.8 stars less. See fulfillment_time.',
      'Slow or unsolved tickets: see response_time and resolution_rate.',
      'One product: low reviews with one product_id; see product_quality.',
    ],
    cures: [
      { action: 'crm.customer-notice', when: 'the affected orders are known' },
      { action: 'helpdesk.staffing', when: 'support is the reason' },
      { action: 'warehouse.extra-shift', when: 'late parcels are the reason' },
      { action: 'shop.delivery-promise', when: 'the promise cannot be kept for now' },
    ],
    caution: 'Ratings follow delivery by two weeks and the mean covers four: treat the cause, then wait.',
  },
} as const satisfies Record<string, RunbookText>;

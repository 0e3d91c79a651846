import type { RunbookText } from '../runbook-text.ts';

export const marketingRunbooks = {
  cac: {
    impact:
      'New customers cost more than they bring: at a third of the customer value nothing is left after goods and service.',
    asks: 'Did the spend rise, or did new customers stay away?',
    sql: `SELECT w.week::date, (SELECT sum(spend) FROM shop.campaign_daily_stats WHERE date_day >= w.week AND date_day < w.week + interval '7 days') AS media,
  (SELECT sum(amount) FROM shop.marketing_costs WHERE booked_on >= w.week AND booked_on < w.week + interval '7 days') AS other_costs,
  (SELECT count(*) FROM shop.customers WHERE first_order_at >= w.week AND first_order_at < w.week + interval '7 days') AS new_customers
FROM generate_series(:as_of::date - 56, :as_of::date - 7, interval '7 days') AS w(week) ORDER BY 1 DESC;`,
    causes: [
      'Clicks got dearer or a campaign ran away: media is up, new customers are level.',
      'The shop converts worse: media is level, new customers fall; see conversion_rate.',
      'Organic visits fell and paid ones replaced them: see seo_score and content_velocity.',
      'A yearly invoice was booked in one month: other_costs has one peak.',
    ],
    cures: [
      { action: 'ads.budget-shift', when: 'campaigns differ in cost per new customer' },
      { action: 'ads.campaign-budget', when: 'one campaign’s cost jumped: lower it to the former level' },
      { action: 'ads.campaign-pause', when: 'a campaign brings no new customers at all' },
      { action: 'crm.coupon-limit', when: 'new-customer discounts explain the rise' },
    ],
    caution:
      'Stopping all advertising lowers the number for a week and the company for a year. Thirty days: the KPI follows slowly, the daily flow at once.',
  },
  ltv: {
    impact: 'What a customer is worth limits what may be spent on one: the ceiling of cac falls with it.',
    asks: 'Do customers buy less often, for less, or at less margin?',
    sql: `SELECT date_trunc('quarter', c.first_order_at)::date AS cohort, count(DISTINCT c.id) AS customers,
  round(count(o.id)::numeric / count(DISTINCT c.id), 2) AS orders_each, round(avg(o.total_net_amount), 2) AS order_value
FROM shop.customers c JOIN shop.orders o ON o.customer_id = c.id AND o.canceled_at IS NULL AND o.created_at <= c.first_order_at + interval '12 months'
WHERE c.first_order_at BETWEEN :as_of::timestamptz - interval '36 months' AND :as_of::timestamptz - interval '12 months' GROUP BY 1 ORDER BY 1 DESC;`,
    causes: [
      'Fewer second orders: orders_each falls. Look at csat, late deliveries and returns a year ago.',
      'Less margin: the cohort is level, gross_margin is not.',
      'Other customers: a campaign a year ago brought many who bought once.',
    ],
    cures: [
      { action: 'crm.win-back', when: 'good customers have not ordered for long' },
      { action: 'crm.loyalty-offer', when: 'the second order is missing' },
      { action: 'price-list.change', when: 'the margin is the reason' },
    ],
    caution:
      'A cohort of a year: no action can move it soon. Actions are judged by their own postcheck, not by this KPI.',
  },
  email_open_rate: {
    impact:
      'The cheapest channel is heard less; each mailing sells less, and bad senders end in the spam folder altogether.',
    asks: 'Which campaign lost its readers, and do bounces rise?',
    sql: `SELECT c.name, s.sent_at::date AS day, count(*) AS sent, count(*) FILTER (WHERE s.bounced_at IS NOT NULL) AS bounced,
  round(100.0 * count(*) FILTER (WHERE s.first_opened_at <= :as_of AND NOT s.is_machine_open) / nullif(count(*) FILTER (WHERE s.delivered_at IS NOT NULL), 0), 1) AS open_percent
FROM shop.email_sends s LEFT JOIN shop.campaigns c ON c.id = s.campaign_id
WHERE s.sent_at BETWEEN :as_of::timestamptz - interval '30 days' AND :as_of::timestamptz - interval '2 days' GROUP BY 1, 2 ORDER BY 2 DESC;`,
    causes: [
      'A mailing to an old or bought list: many sent, bounces up, opens down.',
      'Deliverability: all campaigns fall at one provider after one date.',
      'Too many mails, or a subject that says nothing.',
    ],
    cures: [
      { action: 'crm.send-time', when: 'audience or hour is wrong: smaller and later' },
      { action: 'work.task', when: 'the sender’s authentication has to be checked' },
    ],
    caution:
      'Opens are hidden by mail programs that load images themselves. Look at clicks before anything is decided.',
  },
  social_engagement: {
    impact: 'Posts reach fewer people; the effect on orders is small and late.',
    asks: 'Which network and kind of post fell behind its own median?',
    sql: `SELECT a.network, count(*) AS posts, round(avg((t.likes + t.comments + t.shares + t.saves)::numeric / nullif(t.followers, 0)), 5) AS rate, max(a.benchmark_rate) AS median_of_network
FROM shop.social_posts p JOIN shop.social_accounts a ON a.id = p.account_id
CROSS JOIN LATERAL (SELECT * FROM shop.social_post_stats s WHERE s.post_id = p.id AND s.captured_at <= :as_of ORDER BY s.captured_at DESC LIMIT 1) t
WHERE p.posted_at BETWEEN :as_of::timestamptz - interval '28 days' AND :as_of GROUP BY 1 ORDER BY 3;`,
    causes: [
      'Fewer own posts and more reposts: the mean of few posts moves by chance.',
      'Followers were bought or won in a lottery: they do not react.',
      'A network changed what it shows: all accounts there fall.',
    ],
    cures: [
      { action: 'content.post-mix', when: 'one kind of post or network explains it' },
      { action: 'content.brief', when: 'there is nothing to post' },
    ],
    caution: '50 is the median brand by construction, not half of something.',
  },
  content_velocity: {
    impact: 'Less is published, so less is found: organic visits follow after about two months.',
    asks: 'Who published what, week by week?',
    sql: `SELECT date_trunc('week', published_at)::date AS week, type, author, count(*)
FROM shop.content_items WHERE published_at BETWEEN :as_of::timestamptz - interval '56 days' AND :as_of
GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4 DESC;`,
    causes: [
      'An author is away: one name stopped.',
      'Drafts wait for approval: many rows without published_at.',
      'The team works on something else: campaigns, translations, product texts.',
    ],
    cures: [
      { action: 'content.brief', when: 'topics are missing' },
      { action: 'work.task', when: 'drafts wait for somebody' },
    ],
    caution: 'Publishing anything raises the number. A cure is an article somebody searches for.',
  },
} as const satisfies Record<string, RunbookText>;

import type { RunbookText } from '../runbook-text.ts';

export const expansionRunbooks = {
  esg_score: {
    impact:
      'Customers, partners and lenders ask for it; the effect on sales is weak, the effect on tenders and credit is not.',
    asks: 'Which factor pulls it down, and which is missing?',
    sql: `SELECT f.pillar, f.code, f.weight, m.period_month, m.score, m.evidence_url
FROM shop.esg_factors f LEFT JOIN LATERAL (SELECT * FROM shop.esg_measurements e
  WHERE e.factor_id = f.id AND e.period_month < date_trunc('month', :as_of::timestamptz)::date ORDER BY period_month DESC LIMIT 1) m ON true
ORDER BY f.pillar, m.score NULLS FIRST;`,
    causes: [
      'A factor was measured again and is worse: it has a new month and a low score.',
      'A good factor has no recent measurement and fell out, so the rest weighs more.',
      'A weight was changed: then it is a change of definition, not of the company.',
    ],
    cures: [
      { action: 'esg.measure', when: 'a factor with weight is missing or old' },
      { action: 'partners.review', when: 'a supplier or carrier is behind the bad factor' },
    ],
    caution: 'Once a month at most. Scores of vendors use opposite scales: never import one unconverted.',
  },
} as const satisfies Record<string, RunbookText>;

import type { RunbookText } from '../runbook-text.ts';

export const uxRunbooks = {
  ux_score: {
    impact:
      'People find the shop hard to use. Carts are left more often; how many more is a guess until somebody measures it.',
    asks: 'Since when, and which of the ten statements got worse?',
    sql: `SELECT date_trunc('month', responded_at)::date AS month, count(*) AS answers, round(avg(sus_score), 1) AS sus,
  round(avg(items[2]), 2) AS complex, round(avg(items[8]), 2) AS cumbersome, round(avg(items[9]), 2) AS confident
FROM shop.ux_survey_responses WHERE responded_at BETWEEN :as_of::timestamptz - interval '180 days' AND :as_of GROUP BY 1 ORDER BY 1 DESC;`,
    causes: [
      'A redesign: the fall starts with a release. Statements 2 (complex) and 8 (cumbersome) rise.',
      'Slow pages: frontend_p95_ms is up, statement 9 (confident) falls.',
      'Other people answer: the survey moved to another page or audience.',
    ],
    cures: [
      { action: 'flags.set-variant', when: 'the former design still exists behind a flag' },
      { action: 'tech.spec', when: 'one journey is named again and again' },
      { action: 'work.question', when: 'the answers say that, but not why: ask five customers' },
    ],
    caution: 'Ninety days of answers: with few of them it moves by chance. Twelve are the least for any value.',
  },
  seo_score: {
    impact:
      'Search engines see less or worse: organic visits fall over weeks, and paid visits replace them at a price.',
    asks: 'Which pages lost points in the last runs?',
    sql: `SELECT url, form_factor, ran_at::date AS day, round(100 * avg(score)) AS score
FROM shop.lighthouse_runs WHERE category = 'seo' AND ran_at BETWEEN :as_of::timestamptz - interval '8 days' AND :as_of
GROUP BY 1, 2, 3 ORDER BY score, day DESC LIMIT 30;`,
    causes: [
      'A page is excluded from indexing by mistake: that audit alone is about 31 % of the score, so it drops to about 69 at once.',
      'Missing titles, descriptions or link texts after a change of a template.',
      'The tested address redirects or answers with an error.',
    ],
    cures: [
      { action: 'seo.fix-pages', when: 'the failing audits are known: they name the template' },
      { action: 'tech.roll-back-release', when: 'all pages of one template fell with a release' },
      { action: 'content.brief', when: 'texts are missing, not markup' },
    ],
    caution:
      'The score is about technical readiness, not about ranking. Median of a day: a cure shows after the next runs.',
  },
  accessibility_score: {
    impact: 'Some customers cannot buy, and since 28 June 2025 the shop has to be accessible by law in the EU.',
    asks: 'Which page template is the worst, and since which run?',
    sql: `SELECT url, ran_at::date AS day, round(100 * avg(score)) AS score
FROM shop.lighthouse_runs WHERE category = 'accessibility' AND ran_at BETWEEN :as_of::timestamptz - interval '8 days' AND :as_of
GROUP BY 1, 2 ORDER BY score, day DESC LIMIT 20;`,
    causes: [
      'Contrast or labels lost in a redesign: many pages, one template.',
      'A new component without keyboard support or names.',
      'Images of new content without alternative texts.',
    ],
    cures: [
      { action: 'seo.fix-pages', when: 'failing audits name template and element' },
      { action: 'tech.spec', when: 'a component has to be built anew' },
      { action: 'legal.deadline', when: 'a complaint or an audit date is known' },
    ],
    caution: 'An automated 100 is not conformance: keyboard and screen reader need a person.',
  },
} as const satisfies Record<string, RunbookText>;

import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  network: z.string(),
  posts: z.number(),
  posts_before: z.number(),
  rate: z.number().nullable(),
  rate_before: z.number().nullable(),
  benchmark: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const networkEngagement: NamedQuery<Row> = { name: 'network-engagement', row: Row };

interface Facts {
  readonly worst: Row;
  readonly best: Row;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(networkEngagement);
  const known = result.rows.filter((row) => row.posts >= 3 && row.rate !== null && row.rate_before !== null);
  const ranked = [...known].sort((a, b) => change(a) - change(b));
  const worst = ranked[0];
  const best = ranked.at(-1);
  if (worst === undefined || best === undefined)
    return notEnough(result, context.asOf, 'no network with three posts in two weeks');
  if (change(worst) > -0.2) return [];
  return [
    {
      kpiIds: ['social_engagement'],
      severity: severityBy(-change(worst), [0.2, 0.45, 0.7]),
      title: `Engagement on ${worst.network} fell by ${(-100 * change(worst)).toFixed(0)} %`,
      detail: `${worst.posts.toFixed(0)} posts in two weeks, usually ${worst.posts_before.toFixed(1)}; ${best.network} does best.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: known.map((row) => ({ type: 'network', id: row.network })),
          measures: known.map((row) => ({
            name: `engagement per follower on ${row.network}`,
            value: 100 * (row.rate ?? 0),
            unit: 'percent',
            baseline: 100 * (row.rate_before ?? 0),
          })),
          days: 70,
          comparison: 'two weeks against the eight before, per post and follower',
        }),
      ],
      facts: { worst, best },
    },
  ];
}

function change(row: Row): number {
  return (row.rate ?? 0) / Math.max(1e-6, row.rate_before ?? 1) - 1;
}

function changeMix({ facts }: Found<Facts>): readonly Proposal[] {
  const { worst, best } = facts;
  return [
    propose(
      'content.post-mix',
      {
        title: `Change what is posted on ${worst.network}`,
        network: worst.network,
        change: `Half as many posts, in the form that works on ${best.network}; compare for two weeks.`,
      },
      {
        target: `network:${worst.network}`,
        direction: 'set',
        title: `Change what is posted on ${worst.network}`,
        description: `Engagement per post fell by ${(-100 * change(worst)).toFixed(0)} %.`,
        expected: [predict('social_engagement', 4, 0.9, 'half of the loss on that network is won back')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const networkEngagementAnalysis = capability<Facts>({
  id: 'network-engagement',
  title: 'Which network lost its audience',
  kpis: ['social_engagement'],
  analyse,
  playbooks: [{ id: 'change-mix', title: 'Change what is posted', propose: changeMix }],
});

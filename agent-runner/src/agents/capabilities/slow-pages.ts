import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  page: z.string(),
  device: z.string(),
  views: z.number(),
  p95_ms: z.number().nullable(),
  before_ms: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const slowPages: NamedQuery<Row> = { name: 'slow-pages', row: Row };

interface Facts {
  readonly slower: readonly Row[];
  readonly everywhere: boolean;
}

const leastViews = 15;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(slowPages);
  const known = result.rows.filter((row) => row.views >= leastViews && row.before_ms !== null && row.p95_ms !== null);
  if (known.length === 0) return notEnough(result, context.asOf, 'no page with enough measured views in three days');
  const slower = known.filter((row) => rise(row) >= 0.15).sort((a, b) => rise(b) - rise(a));
  const worst = slower[0];
  if (worst === undefined) return [];
  const everywhere = slower.length >= known.length * 0.7;
  return [
    {
      kpiIds: ['frontend_p95_ms', 'conversion_rate'],
      severity: severityBy(rise(worst) * (everywhere ? 1.2 : 0.7), [0.15, 0.35, 0.8]),
      title: everywhere
        ? `Nearly all pages became slower, ${worst.page} on ${worst.device} most: ${(100 * rise(worst)).toFixed(0)} %`
        : `${String(slower.length)} pages became slower, ${worst.page} on ${worst.device} by ${(100 * rise(worst)).toFixed(0)} %`,
      detail: everywhere
        ? 'A common cause, not a page: server, release or network.'
        : 'A cause on these pages: image, script or query.',
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: slower.map((row) => ({ type: 'page', id: `${row.page} ${row.device}` })),
          measures: slower.slice(0, 6).map((row) => ({
            name: `p95 of ${row.page} on ${row.device}`,
            value: row.p95_ms ?? 0,
            unit: 'ms',
            baseline: row.before_ms ?? 0,
          })),
          days: 21,
          comparison: 'three days against the 18 days before',
        }),
      ],
      facts: { slower, everywhere },
    },
  ];
}

function rise(row: Row): number {
  return (row.p95_ms ?? 0) / Math.max(1, row.before_ms ?? 1) - 1;
}

function rollBack({ facts }: Found<Facts>): readonly Proposal[] {
  if (!facts.everywhere) return [];
  const gain = sum(facts.slower.map((row) => (row.p95_ms ?? 0) - (row.before_ms ?? 0))) / facts.slower.length;
  return [
    propose(
      'work.issue',
      {
        title: 'All pages became slower at once',
        body: `p95 rose by ${gain.toFixed(0)} ms on nearly all pages. Profile the calls every page makes and compare with the release before.`,
        labels: ['performance', 'regression'],
      },
      {
        target: 'issue:page-speed',
        direction: 'set',
        title: 'Profile what all pages share',
        description: `p95 rose by ${gain.toFixed(0)} ms on nearly all pages; the cause is common to them.`,
        expected: [predict('frontend_p95_ms', -gain * 0.3, 1, 'the shared cause is found and removed')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

function warmPages({ facts }: Found<Facts>): readonly Proposal[] {
  const pages = [...new Set(facts.slower.map((row) => row.page))].slice(0, 20);
  return [
    propose(
      'tech.warm-cache',
      { title: `Warm the cache of ${pages.join(', ')}`, pages },
      {
        target: `cache:${pages.join(',')}`,
        direction: 'set',
        title: `Warm the cache of ${counted(pages.length, 'page')}`,
        description: 'Cheap and reversible; helps where the first byte is late.',
        expected: [predict('frontend_p95_ms', -80, 1, 'cached pages skip the slow call')],
        confidence: 30,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const slowPagesAnalysis = capability<Facts>({
  id: 'slow-pages',
  title: 'Which pages and devices became slower',
  kpis: ['frontend_p95_ms'],
  analyse,
  playbooks: [
    { id: 'profile-shared-cause', title: 'Profile what all pages share', propose: rollBack },
    { id: 'warm-cache', title: 'Warm the cache of slow pages', propose: warmPages },
  ],
});

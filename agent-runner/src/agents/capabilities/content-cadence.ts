import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({ author: z.string(), lately: z.number(), before: z.number(), days_since: z.number() });
type Row = z.infer<typeof Row>;
const contentCadence: NamedQuery<Row> = { name: 'content-cadence', row: Row };

interface Facts {
  readonly missing: number;
  readonly silent: readonly Row[];
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(contentCadence);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'nothing was published in 16 weeks');
  const target = context.kpi('content_velocity')?.thresholds.target ?? 3;
  const perWeek = sum(result.rows.map((row) => row.lately)) / 4;
  const missing = target - perWeek;
  const silent = result.rows.filter((row) => row.days_since > 21 && row.before >= 2);
  if (missing <= 0.2) return [];
  return [
    {
      kpiIds: ['content_velocity'],
      severity: severityBy(missing / target, [0.2, 0.45, 0.7]),
      title: `${perWeek.toFixed(1)} articles a week instead of ${target.toFixed(0)}`,
      detail:
        silent.length === 0
          ? 'All authors write less.'
          : `${String(silent.length)} authors published nothing for three weeks.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: silent.map((row) => ({ type: 'author', id: row.author })),
          measures: [
            { name: 'articles a week', value: perWeek, unit: 'per week', baseline: target },
            ...result.rows.slice(0, 6).map((row) => ({
              name: `articles of ${row.author}`,
              value: row.lately,
              unit: 'in 28 days',
              baseline: row.before,
            })),
          ],
          days: 112,
          comparison: 'four weeks against the twelve before, per author',
        }),
      ],
      facts: { missing, silent },
    },
  ];
}

function plan({ facts }: Found<Facts>): readonly Proposal[] {
  const articles = Math.min(20, Math.max(1, Math.ceil(facts.missing * 4)));
  return [
    propose(
      'content.brief',
      {
        title: `Plan ${String(articles)} articles for four weeks`,
        topic: 'questions customers ask support most',
        articles,
        goal: 'One brief per article with author and date.',
      },
      {
        target: 'content:cadence',
        direction: 'up',
        title: `Plan ${String(articles)} articles with author and date`,
        description: `${facts.missing.toFixed(1)} a week are missing.`,
        expected: [
          predict('content_velocity', facts.missing * 0.7, 0.5, 'seven of ten planned articles appear in time'),
        ],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

function replace({ facts }: Found<Facts>): readonly Proposal[] {
  const first = facts.silent[0];
  if (first === undefined) return [];
  return [
    propose(
      'work.task',
      {
        title: 'Share out the articles of an author who stopped',
        instructions: `${first.author} published nothing for ${first.days_since.toFixed(0)} days. Ask why, and give the open pieces to others.`,
        dueInDays: 5,
      },
      {
        target: `author:${first.author}`,
        direction: 'set',
        title: 'Share out the open pieces of one author',
        description: `${first.before.toFixed(0)} articles in four weeks used to come from there.`,
        expected: [predict('content_velocity', first.before / 8, 0.8, 'half of the pieces are taken over')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const contentCadenceAnalysis = capability<Facts>({
  id: 'content-cadence',
  title: 'Whether articles appear in a steady rhythm',
  kpis: ['content_velocity'],
  analyse,
  playbooks: [
    { id: 'plan-articles', title: 'Plan articles with author and date', propose: plan },
    { id: 'share-out-pieces', title: 'Share out the pieces of one author', propose: replace },
  ],
});

import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  service: z.string(),
  releases: z.number(),
  releases_before: z.number(),
  hours: z.number().nullable(),
  hours_before: z.number().nullable(),
  failed: z.number().nullable(),
  failed_before: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
export const deliveryStages: NamedQuery<Row> = { name: 'delivery-stages', row: Row };

interface Facts {
  readonly slow: Row;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(deliveryStages);
  if (sum(result.rows.map((row) => row.releases)) < 4)
    return notEnough(result, context.asOf, 'fewer than four releases in four weeks');
  const slow = result.rows
    .filter((row) => row.hours !== null && row.hours_before !== null && row.releases >= 2)
    .sort((a, b) => slower(b) - slower(a))[0];
  if (slow === undefined || slower(slow) < 0.4) return [];
  return [
    {
      kpiIds: ['time_to_market'],
      severity: severityBy(slower(slow), [0.4, 1, 2]),
      title: `Changes to ${slow.service} need ${(slow.hours ?? 0).toFixed(0)} hours from commit to customers, usually ${(slow.hours_before ?? 0).toFixed(0)}`,
      detail: `${slow.releases.toFixed(0)} releases in four weeks, usually ${slow.releases_before.toFixed(1)}.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'service', id: slow.service }],
          measures: result.rows.map((row) => ({
            name: `commit to deployment of ${row.service}`,
            value: row.hours ?? 0,
            unit: 'hours',
            baseline: row.hours_before ?? 0,
          })),
          days: 112,
          comparison: 'four weeks against the twelve before, median per service',
        }),
      ],
      facts: { slow },
    },
  ];
}

function slower(row: Row): number {
  return (row.hours ?? 0) / Math.max(1, row.hours_before ?? 1) - 1;
}

function shorten({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'work.task',
      {
        title: `Shorten the way to customers of ${facts.slow.service}`,
        instructions:
          'Look at the last five changes: how long did each wait for review, for tests, for the release window? Remove the longest wait.',
        dueInDays: 7,
      },
      {
        target: `delivery:${facts.slow.service}`,
        direction: 'down',
        title: `Find the longest wait between commit and release of ${facts.slow.service}`,
        description: `${(facts.slow.hours ?? 0).toFixed(0)} hours instead of ${(facts.slow.hours_before ?? 0).toFixed(0)}.`,
        expected: [predict('time_to_market', -0.5, 1, 'commit to release is a part of it')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const deliveryStagesAnalysis = capability<Facts>({
  id: 'delivery-stages',
  title: 'Where changes wait on their way to customers',
  kpis: ['time_to_market'],
  analyse,
  playbooks: [{ id: 'shorten-delivery', title: 'Remove the longest wait', propose: shorten }],
});

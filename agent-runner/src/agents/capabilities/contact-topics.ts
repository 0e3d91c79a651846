import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  topic: z.string(),
  per_day: z.number(),
  usual_per_day: z.number(),
  reopened_share: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const contactTopics: NamedQuery<Row> = { name: 'contact-topics', row: Row };

interface Facts {
  readonly rising: readonly Row[];
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(contactTopics);
  if (sum(result.rows.map((row) => row.usual_per_day)) * 28 < 40) {
    return notEnough(result, context.asOf, 'fewer than 40 tickets in four weeks');
  }
  // Twice the usual and beyond two standard deviations of a Poisson count over four days.
  const rising = result.rows.filter(
    (row) => excess(row) > 2 * Math.sqrt(Math.max(1, row.usual_per_day) / 4) && row.per_day > 1.5 * row.usual_per_day
  );
  const worst = rising[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: ['response_time', 'resolution_rate'],
      severity: severityBy(worst.per_day / Math.max(0.5, worst.usual_per_day), [1.5, 3, 6]),
      title: `"${worst.topic}" drives contacts: ${worst.per_day.toFixed(1)} a day instead of ${worst.usual_per_day.toFixed(1)}`,
      detail: `${sum(rising.map(excess)).toFixed(0)} tickets a day more than usual on ${String(rising.length)} topics.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: rising.map((row) => ({ type: 'topic', id: row.topic })),
          measures: rising.map((row) => ({
            name: `tickets about ${row.topic}`,
            value: row.per_day,
            unit: 'per day',
            baseline: row.usual_per_day,
          })),
          days: 32,
          comparison: 'four days against the four weeks before',
        }),
      ],
      facts: { rising },
    },
  ];
}

function excess(row: Row): number {
  return row.per_day - row.usual_per_day;
}

function prepareAnswer({ facts }: Found<Facts>): readonly Proposal[] {
  return facts.rising.slice(0, 1).map((row) =>
    propose(
      'helpdesk.macro',
      {
        title: `Prepare an answer about ${row.topic}`,
        topic: row.topic,
        ticketsPerDay: Math.round(row.per_day * 10) / 10,
        instructions: 'Write one answer that solves the usual case and put it into the help pages as well.',
      },
      {
        target: `macro:${row.topic}`,
        direction: 'set',
        title: `Prepare an answer about ${row.topic}`,
        description: `${excess(row).toFixed(0)} tickets a day more than usual ask about it.`,
        expected: [predict('response_time', -15, 0.9, 'a prepared answer halves the handling time of these tickets')],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 12,
      }
    )
  );
}

export const contactTopicsAnalysis = capability<Facts>({
  id: 'contact-topics',
  title: 'Which topics drive contacts',
  kpis: ['response_time', 'resolution_rate'],
  analyse,
  playbooks: [{ id: 'prepare-answer', title: 'Prepare an answer for the topic', propose: prepareAnswer }],
});

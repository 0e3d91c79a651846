import type { KpiId } from '@ai-cos/catalog';
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
  topic: z.string(),
  answers: z.number(),
  stars: z.number().nullable(),
  stars_before: z.number().nullable(),
  unhappy: z.number(),
  answers_before: z.number(),
});
type Row = z.infer<typeof Row>;
const unhappyCustomers: NamedQuery<Row> = { name: 'unhappy-customers', row: Row };

interface Facts {
  readonly worst: Row;
  readonly unhappy: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(unhappyCustomers);
  const answers = sum(result.rows.map((row) => row.answers));
  if (answers < 10 || sum(result.rows.map((row) => row.answers_before)) < 20) {
    return notEnough(result, context.asOf, 'fewer than ten answers this week or twenty before');
  }
  const fallen = result.rows
    .filter((row) => row.answers >= 5 && drop(row) > 0.25)
    .sort((a, b) => drop(b) * b.answers - drop(a) * a.answers);
  const worst = fallen[0];
  if (worst === undefined) return [];
  const unhappy = sum(result.rows.map((row) => row.unhappy));
  return [
    {
      kpiIds: ['csat', ...causeOf(worst.topic)],
      severity: severityBy((drop(worst) * worst.answers) / answers, [0.1, 0.35, 0.8]),
      title: `Stars about ${worst.topic} fell from ${(worst.stars_before ?? 0).toFixed(2)} to ${(worst.stars ?? 0).toFixed(2)}`,
      detail: `${unhappy.toFixed(0)} customers gave one or two stars in 7 days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: fallen.map((row) => ({ type: 'topic', id: row.topic })),
          measures: fallen.map((row) => ({
            name: `stars about ${row.topic}`,
            value: row.stars ?? 0,
            unit: 'stars',
            baseline: row.stars_before ?? 0,
          })),
          days: 35,
          comparison: '7 days against the 28 before',
        }),
      ],
      facts: { worst, unhappy },
    },
  ];
}

/** The KPI whose owner can say what is behind a topic. */
function causeOf(topic: string): KpiId[] {
  if (/deliver|ship|late|packag/i.test(topic)) return ['fulfillment_time'];
  if (/quality|defect|broken/i.test(topic)) return ['product_quality'];
  return /support|service|answer/i.test(topic) ? ['response_time'] : [];
}

function drop(row: Row): number {
  return (row.stars_before ?? 0) - (row.stars ?? row.stars_before ?? 0);
}

/** An apology with a date keeps more customers than silence; it goes only to those who were let down. */
function apologise({ facts }: Found<Facts>): readonly Proposal[] {
  const recipients = Math.round(facts.unhappy);
  if (recipients < 5) return [];
  return [
    propose(
      'crm.customer-notice',
      {
        title: `Write to ${counted(recipients, 'customer')} who were let down`,
        segment: `one or two stars in the last 7 days, mostly about ${facts.worst.topic}`,
        recipients,
        message: 'What went wrong, when it is solved, and whom to ask. No advertising.',
      },
      {
        target: `notice:${facts.worst.topic}`,
        direction: 'set',
        title: `Write to ${counted(recipients, 'customer')} about ${facts.worst.topic}`,
        description: 'Those who gave one or two stars this week.',
        expected: [predict('csat', 0.02, 1, 'some answer again')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const unhappyCustomersAnalysis = capability<Facts>({
  id: 'unhappy-customers',
  title: 'What customers became unhappy about',
  kpis: ['csat'],
  analyse,
  playbooks: [{ id: 'apologise', title: 'Write to those who were let down', propose: apologise }],
});

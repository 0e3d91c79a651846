import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  return_id: z.number(),
  order_id: z.number(),
  age_days: z.number(),
  amount: z.number(),
  open_returns: z.number(),
});
type Row = z.infer<typeof Row>;
const unpaidReturns: NamedQuery<Row> = { name: 'unpaid-returns', row: Row };

interface Facts {
  readonly late: readonly Row[];
  readonly soon: readonly Row[];
}

/** Refund within 14 days of the withdrawal: Directive 2011/83/EU, article 13. */
const legalDays = 14;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(unpaidReturns);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no return is open');
  const late = result.rows.filter((row) => row.age_days > legalDays);
  const soon = result.rows.filter((row) => row.age_days > legalDays - 3 && row.age_days <= legalDays);
  if (late.length + soon.length === 0) return [];
  return [
    {
      kpiIds: ['return_rate', 'payment_delay'],
      severity: severityBy(late.length / result.rows.length, [0.2, 0.4, 0.7]),
      title: `${String(late.length)} returns are past the 14 days in which they must be refunded, ${String(soon.length)} within three days`,
      detail: `${sum(late.map((row) => row.amount)).toFixed(0)} ${context.currency} in all.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: late.map((row) => ({ type: 'return', id: String(row.return_id) })),
          measures: [
            { name: 'returns past the term', value: late.length, unit: 'returns', baseline: result.rows.length },
            { name: 'returns due in three days', value: soon.length, unit: 'returns' },
            { name: 'amount past the term', value: sum(late.map((row) => row.amount)), unit: context.currency },
          ],
          days: 120,
          comparison: 'age of the return against the legal term of 14 days',
        }),
      ],
      facts: { late, soon },
    },
  ];
}

function refund({ facts }: Found<Facts>): readonly Proposal[] {
  const due = [...facts.late, ...facts.soon].slice(0, 500);
  const late = facts.late.slice(0, 500);
  const totalAmount = Math.round(sum(late.map((row) => row.amount)));
  return [
    propose(
      'legal.deadline',
      {
        title: `Refund ${String(due.length)} returns before the term`,
        basis: 'Directive 2011/83/EU, article 13: 14 days',
        caseIds: due.map((row) => row.return_id),
        dueInDays: facts.late.length > 0 ? 0 : 3,
      },
      {
        target: 'returns:refund-term',
        direction: 'set',
        title: `Refund ${String(due.length)} returns before or right after the term`,
        description: `${String(facts.late.length)} are late already.`,
        expected: [predict('return_rate', 0, 0, 'a duty, no effect on the rate')],
        confidence: 80,
        cost: null,
        hoursUntilHarm: facts.late.length > 0 ? 0 : 72,
      }
    ),
    ...(late.length > 0 && totalAmount <= 10_000
      ? [
          propose(
            'helpdesk.refund-batch',
            {
              title: `Prepare ${String(late.length)} refunds`,
              orderIds: late.map((row) => row.order_id),
              totalAmount,
              reason: 'The legal term of 14 days has passed.',
            },
            {
              target: 'refunds:late-returns',
              direction: 'set',
              title: `Prepare ${String(late.length)} refunds of ${String(totalAmount)} in all`,
              description: 'Drafts only: a person pays them.',
              expected: [predict('csat', 0.01, 1, 'customers who wait for their money')],
              confidence: 60,
              cost: totalAmount,
              hoursUntilHarm: 24,
            }
          ),
        ]
      : []),
  ];
}

export const returnDeadlinesAnalysis = capability<Facts>({
  id: 'return-deadlines',
  title: 'Which returns must be refunded by law',
  kpis: ['return_rate', 'payment_delay'],
  analyse,
  playbooks: [{ id: 'refund-in-time', title: 'Refund before the term', propose: refund }],
});

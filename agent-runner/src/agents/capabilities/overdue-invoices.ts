import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

export const OpenInvoice = z.object({
  invoice_id: z.number(),
  customer_id: z.number().nullable(),
  days_over: z.number().nullable(),
  amount: z.number(),
  disputed: z.boolean(),
  open_amount: z.number(),
  open_invoices: z.number(),
});
export type OpenInvoice = z.infer<typeof OpenInvoice>;
export const openInvoices: NamedQuery<OpenInvoice> = { name: 'overdue-invoices', row: OpenInvoice };

interface Facts {
  readonly overdue: readonly OpenInvoice[];
  readonly disputed: readonly OpenInvoice[];
  readonly open: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(openInvoices);
  const open = result.rows[0]?.open_amount ?? 0;
  if (open <= 0) return notEnough(result, context.asOf, 'no invoice is open');
  const overdue = result.rows.filter((row) => (row.days_over ?? 0) > 10 && !row.disputed);
  const disputed = result.rows.filter((row) => row.disputed);
  const share = sum(overdue.map((row) => row.amount)) / open;
  if (share < 0.1 && disputed.length < 3) return [];
  return [
    {
      kpiIds: ['payment_delay', 'invoice_accuracy'],
      severity: severityBy(share, [0.25, 0.45, 0.7]),
      title: `${(100 * share).toFixed(0)} % of open receivables are more than ten days overdue`,
      detail: `${String(overdue.length)} invoices, ${sum(overdue.map((row) => row.amount)).toFixed(0)} ${context.currency}; ${String(disputed.length)} more are disputed.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: overdue.map((row) => ({ type: 'invoice', id: String(row.invoice_id) })),
          measures: [
            {
              name: 'overdue amount',
              value: sum(overdue.map((row) => row.amount)),
              unit: context.currency,
              baseline: open,
            },
            { name: 'overdue invoices', value: overdue.length, unit: 'invoices' },
            { name: 'disputed invoices', value: disputed.length, unit: 'invoices' },
          ],
          days: 365,
          comparison: 'due date against today',
        }),
      ],
      facts: { overdue, disputed, open },
    },
  ];
}

function collect({ facts }: Found<Facts>): readonly Proposal[] {
  const invoices = facts.overdue.slice(0, 200);
  if (invoices.length === 0) return [];
  const totalAmount = Math.round(sum(invoices.map((row) => row.amount)));
  return [
    propose(
      'finance.collect',
      {
        title: `Remind customers of ${String(invoices.length)} invoices`,
        invoiceIds: invoices.map((row) => row.invoice_id),
        totalAmount,
      },
      {
        target: 'invoices:overdue',
        direction: 'down',
        title: `Remind customers of ${String(invoices.length)} overdue invoices`,
        description: `${String(totalAmount)} in all, the largest first.`,
        expected: [predict('payment_delay', -3, 0.8, 'reminders bring about half of them within two weeks')],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 72,
      }
    ),
  ];
}

/** A disputed invoice is paid when it is right, not when it is reminded. */
function correct({ facts }: Found<Facts>): readonly Proposal[] {
  if (facts.disputed.length === 0) return [];
  return [
    propose(
      'finance.correct-invoices',
      {
        title: `Settle ${String(facts.disputed.length)} disputes`,
        invoiceIds: facts.disputed.slice(0, 500).map((row) => row.invoice_id),
        reason: 'Check quantity, price and address against order and delivery, then correct or confirm.',
      },
      {
        target: 'invoices:disputed',
        direction: 'set',
        title: `Correct or confirm ${String(facts.disputed.length)} disputed invoices`,
        description: 'Disputed invoices are paid about 13 days later than others.',
        expected: [predict('payment_delay', -1, 0.9, 'link e48: 13 days per disputed invoice')],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 120,
      }
    ),
  ];
}

export const overdueInvoicesAnalysis = capability<Facts>({
  id: 'overdue-invoices',
  title: 'Which invoices are overdue or disputed',
  kpis: ['payment_delay', 'invoice_accuracy'],
  analyse,
  playbooks: [
    { id: 'collect', title: 'Remind of overdue invoices', propose: collect },
    { id: 'correct-invoices', title: 'Settle disputes', propose: correct },
  ],
});

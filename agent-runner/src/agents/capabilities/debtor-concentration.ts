import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { openInvoices, type OpenInvoice } from './overdue-invoices.ts';

interface Debtor {
  readonly customerId: number;
  readonly amount: number;
  readonly oldestDays: number;
}
interface Facts {
  readonly debtor: Debtor;
  readonly share: number;
}

/** Share of open receivables behind one customer from which its failure would be felt. */
const largeShare = 0.12;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(openInvoices);
  const open = result.rows[0]?.open_amount ?? 0;
  const debtors = debtorsOf(result.rows);
  if (open <= 0 || debtors.length < 3)
    return notEnough(result, context.asOf, 'fewer than three customers with open invoices');
  const debtor = debtors.filter((one) => one.oldestDays > 0).sort((a, b) => b.amount - a.amount)[0];
  if (debtor === undefined || debtor.amount / open < largeShare) return [];
  const share = debtor.amount / open;
  return [
    {
      kpiIds: ['payment_delay', 'runway'],
      severity: severityBy(share * Math.min(2, 0.5 + debtor.oldestDays / 30), [0.12, 0.3, 0.6]),
      title: `One customer owes ${(100 * share).toFixed(0)} % of all open invoices and is ${debtor.oldestDays.toFixed(0)} days late`,
      detail: `${debtor.amount.toFixed(0)} ${context.currency}; the largest five owe ${((100 * sum(debtors.slice(0, 5).map((one) => one.amount))) / open).toFixed(0)} %.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'customer', id: String(debtor.customerId) }],
          measures: [
            { name: 'owed by this customer', value: debtor.amount, unit: context.currency, baseline: open },
            { name: 'oldest invoice past due', value: debtor.oldestDays, unit: 'days' },
          ],
          days: 365,
          comparison: 'open invoices per customer against all',
        }),
      ],
      facts: { debtor, share },
    },
  ];
}

function debtorsOf(rows: readonly OpenInvoice[]): Debtor[] {
  const byCustomer = new Map<number, Debtor>();
  for (const { customer_id, amount, days_over } of rows) {
    if (customer_id === null) continue;
    const known = byCustomer.get(customer_id);
    byCustomer.set(customer_id, {
      customerId: customer_id,
      amount: (known?.amount ?? 0) + amount,
      oldestDays: Math.max(known?.oldestDays ?? Number.NEGATIVE_INFINITY, days_over ?? 0),
    });
  }
  return [...byCustomer.values()].sort((a, b) => b.amount - a.amount);
}

function limitCredit({ facts }: Found<Facts>): readonly Proposal[] {
  const { debtor } = facts;
  return [
    propose(
      'work.task',
      {
        title: `Agree a payment plan with customer ${String(debtor.customerId)}`,
        instructions: 'Call, agree dates in writing, deliver further orders against prepayment until half is paid.',
        dueInDays: 3,
      },
      {
        target: `debtor:${String(debtor.customerId)}`,
        direction: 'down',
        title: `Agree a payment plan with customer ${String(debtor.customerId)}`,
        description: `${debtor.amount.toFixed(0)} are open, ${debtor.oldestDays.toFixed(0)} days past due.`,
        expected: [predict('payment_delay', -2, 0.9, 'the largest debtor pays in instalments')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 72,
      }
    ),
  ];
}

export const debtorConcentrationAnalysis = capability<Facts>({
  id: 'debtor-concentration',
  title: 'How much of the receivables one customer owes',
  kpis: ['payment_delay', 'runway'],
  analyse,
  playbooks: [{ id: 'payment-plan', title: 'Agree a payment plan', propose: limitCredit }],
});

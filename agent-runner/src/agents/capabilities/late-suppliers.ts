import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  open_orders: z.number(),
  purchase_order_id: z.number(),
  supplier_id: z.number(),
  supplier: z.string(),
  late_days: z.number().nullable(),
  amount: z.number(),
  products: z.array(z.number()).nullable(),
  units: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const lateOrders: NamedQuery<Row> = { name: 'late-purchase-orders', row: Row };

interface Facts {
  readonly late: readonly Row[];
}

/** A day late is the truck; from the second day on it is a problem. */
const tolerance = 1.5;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(lateOrders);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no purchase order is open');
  const late = result.rows.filter((row) => (row.late_days ?? 0) > tolerance);
  const worst = late[0];
  if (worst === undefined) return [];
  const products = new Set(late.flatMap((row) => row.products ?? []));
  return [
    {
      kpiIds: ['stock_rupture', 'inventory_turnover'],
      severity: severityBy(worst.late_days ?? 0, [2, 5, 12]),
      title: `${String(late.length)} of ${String(result.rows.length)} open purchase orders are overdue, ${worst.supplier} by ${(worst.late_days ?? 0).toFixed(0)} days`,
      detail: `${String(products.size)} products wait for them.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: late.map((row) => ({
            type: 'purchase-order',
            id: String(row.purchase_order_id),
            label: row.supplier,
          })),
          measures: [
            { name: 'overdue orders', value: late.length, unit: 'orders', baseline: result.rows.length },
            { name: 'longest delay', value: worst.late_days ?? 0, unit: 'days' },
            { name: 'value that is overdue', value: sum(late.map((row) => row.amount)), unit: context.currency },
          ],
          days: 60,
          comparison: 'expected against today',
        }),
      ],
      facts: { late },
    },
  ];
}

function bySupplier(late: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of late) groups.set(row.supplier_id, [...(groups.get(row.supplier_id) ?? []), row]);
  return groups;
}

/** A firm date decides whether to wait or to buy elsewhere; only a person gets it. */
function askForDate({ facts }: Found<Facts>): readonly Proposal[] {
  return [...bySupplier(facts.late).values()].slice(0, 2).flatMap((rows) => {
    const first = rows[0];
    if (first === undefined) return [];
    const orders = rows.map((row) => `#${String(row.purchase_order_id)}`).join(', ');
    return [
      propose(
        'work.task',
        {
          title: `Get a firm date from ${first.supplier}`,
          instructions: `Orders ${orders} are overdue. Ask for a delivery date and a partial shipment; below three days keep them, else buy elsewhere.`,
          dueInDays: 1,
        },
        {
          target: `supplier-date:${String(first.supplier_id)}`,
          direction: 'set',
          title: `Get a firm date from ${first.supplier}`,
          description: `${String(rows.length)} orders overdue by up to ${(first.late_days ?? 0).toFixed(0)} days.`,
          expected: [predict('stock_rupture', -0.5, 1, 'a partial shipment brings some products back sooner')],
          confidence: 40,
          cost: null,
          hoursUntilHarm: 12,
        }
      ),
    ];
  });
}

/** Somebody who is late again and again should pay for it or be replaced. */
function renegotiate({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.late[0];
  if (worst === undefined || (worst.late_days ?? 0) < 5) return [];
  return [
    propose(
      'finance.renegotiate',
      {
        title: `Agree penalties for late delivery with ${worst.supplier}`,
        counterparty: worst.supplier,
        yearlyAmount: sum(facts.late.filter((row) => row.supplier_id === worst.supplier_id).map((row) => row.amount)),
        goal: 'a penalty per day late, or a second source for its products',
      },
      {
        target: `supplier-terms:${String(worst.supplier_id)}`,
        direction: 'set',
        title: `Agree penalties with ${worst.supplier}`,
        description: `Overdue by ${(worst.late_days ?? 0).toFixed(0)} days.`,
        expected: [predict('stock_rupture', -0.3, 1, 'fewer late receipts in the next quarter')],
        confidence: 30,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const lateSuppliersAnalysis = capability<Facts>({
  id: 'late-suppliers',
  title: 'Which purchase orders are overdue',
  kpis: ['stock_rupture', 'inventory_turnover'],
  analyse,
  playbooks: [
    { id: 'ask-for-date', title: 'Get a firm date', propose: askForDate },
    { id: 'renegotiate', title: 'Agree penalties or a second source', propose: renegotiate },
  ],
});

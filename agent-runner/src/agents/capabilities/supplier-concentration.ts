import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  supplier_id: z.number(),
  supplier: z.string(),
  revenue: z.number(),
  products: z.number(),
  overdue_orders: z.number(),
  overdue_days: z.number(),
  with_alternative: z.number(),
});
type Row = z.infer<typeof Row>;
const supplierConcentration: NamedQuery<Row> = { name: 'supplier-concentration', row: Row };

interface Facts {
  readonly exposed: Row;
  readonly share: number;
  readonly total: number;
}

/** Share of revenue behind one supplier from which its trouble is the company's. */
const largeShare = 0.18;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(supplierConcentration);
  const total = sum(result.rows.map((row) => row.revenue));
  if (total <= 0) return notEnough(result, context.asOf, 'no revenue on products with a known supplier');
  const exposed = result.rows
    .filter((row) => row.revenue / total >= largeShare && row.overdue_days > 2)
    .sort((a, b) => b.revenue * b.overdue_days - a.revenue * a.overdue_days)[0];
  if (exposed === undefined) return [];
  const share = exposed.revenue / total;
  return [
    {
      kpiIds: ['stock_rupture', 'burn_rate'],
      severity: severityBy(share * Math.min(3, exposed.overdue_days / 5), [0.15, 0.4, 0.8]),
      title: `${(100 * share).toFixed(0)} % of revenue hangs on ${exposed.supplier}, which is ${exposed.overdue_days.toFixed(0)} days late`,
      detail: `${exposed.with_alternative.toFixed(0)} of its ${exposed.products.toFixed(0)} products have a second source.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'supplier', id: String(exposed.supplier_id), label: exposed.supplier }],
          measures: [
            {
              name: 'revenue behind the supplier',
              value: exposed.revenue / 3,
              unit: `${context.currency} per month`,
              baseline: total / 3,
            },
            { name: 'orders overdue', value: exposed.overdue_orders, unit: 'orders' },
            {
              name: 'products with a second source',
              value: exposed.with_alternative,
              unit: 'products',
              baseline: exposed.products,
            },
          ],
          days: 90,
          comparison: 'revenue by supplier and what is overdue today',
        }),
      ],
      facts: { exposed, share, total },
    },
  ];
}

function secondSource({ facts }: Found<Facts>): readonly Proposal[] {
  const { exposed } = facts;
  return [
    propose(
      'finance.renegotiate',
      {
        title: `A second source for what ${exposed.supplier} delivers`,
        counterparty: exposed.supplier,
        yearlyAmount: Math.round(exposed.revenue * 4 * 0.5),
        goal: 'A frame contract with a second supplier for the thirty products with most revenue.',
      },
      {
        target: `second-source:${String(exposed.supplier_id)}`,
        direction: 'set',
        title: `Contract a second source beside ${exposed.supplier}`,
        description: `${(100 * facts.share).toFixed(0)} % of revenue hangs on it.`,
        expected: [predict('stock_rupture', -0.5, 0.9, 'the next delay meets a second source')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const supplierConcentrationAnalysis = capability<Facts>({
  id: 'supplier-concentration',
  title: 'How much revenue hangs on one supplier',
  kpis: ['stock_rupture', 'burn_rate'],
  analyse,
  playbooks: [{ id: 'second-source', title: 'Contract a second source', propose: secondSource }],
});

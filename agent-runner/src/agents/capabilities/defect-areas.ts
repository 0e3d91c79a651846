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
  category: z.string(),
  units: z.number().nullable(),
  defects: z.number(),
  units_before: z.number().nullable(),
  defects_before: z.number(),
  products: z.array(z.number()).nullable(),
  stock_value: z.number(),
});
type Row = z.infer<typeof Row>;
const defectAreas: NamedQuery<Row> = { name: 'defect-areas', row: Row };

interface Facts {
  readonly worst: Row;
  readonly rate: number;
  readonly before: number;
  readonly share: number;
}

const leastUnits = 60;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(defectAreas);
  const known = result.rows.filter((row) => (row.units ?? 0) >= leastUnits);
  if (known.length === 0) return notEnough(result, context.asOf, 'no product group with 60 units sold in 38 days');
  // Beyond twice what the group had before and beyond two standard deviations of a Poisson count.
  const rising = known
    .filter(
      (row) =>
        row.defects >= 3 &&
        row.defects > expected(row) + 2 * Math.sqrt(Math.max(1, expected(row))) &&
        row.defects > 2 * expected(row)
    )
    .sort((a, b) => b.defects - expected(b) - (a.defects - expected(a)));
  const worst = rising[0];
  if (worst === undefined) return [];
  const rate = (100 * worst.defects) / (worst.units ?? 1);
  const before = (100 * worst.defects_before) / Math.max(1, worst.units_before ?? 1);
  return [
    {
      kpiIds: ['product_quality', 'return_rate'],
      severity: severityBy(rate, [0.8, 2, 6]),
      title: `Defects of ${worst.category} rose from ${before.toFixed(1)} to ${rate.toFixed(1)} per 100 units`,
      detail: `${worst.defects.toFixed(0)} defective units on ${String(worst.products?.length ?? 0)} products; returns of the last weeks are still to come.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [
            { type: 'category', id: worst.category },
            ...(worst.products ?? []).map((id) => ({ type: 'product', id: String(id) })),
          ],
          measures: [
            { name: `defects of ${worst.category}`, value: rate, unit: 'per 100 units', baseline: before },
            { name: 'defective units', value: worst.defects, unit: 'units', baseline: expected(worst) },
          ],
          days: 150,
          comparison: 'orders 7 to 45 days old against those 46 to 150 days old',
        }),
      ],
      facts: { worst, rate, before, share: (worst.units ?? 0) / Math.max(1, sum(known.map((row) => row.units ?? 0))) },
    },
  ];
}

/** Defects the group would have had at its former rate. */
function expected(row: Row): number {
  return ((row.units ?? 0) * row.defects_before) / Math.max(1, row.units_before ?? 1);
}

/** Stock of the batch is checked before more of it is sold: every further sale comes back. */
function quarantine({ facts }: Found<Facts>): readonly Proposal[] {
  const { worst, rate, before, share } = facts;
  return [
    propose(
      'work.task',
      {
        title: `Check the stock of ${worst.category} for a faulty batch`,
        instructions: `${worst.defects.toFixed(0)} units came back as defective (${rate.toFixed(1)} per 100, usual ${before.toFixed(1)}). Block the products ${(worst.products ?? []).slice(0, 15).join(', ')}, test ten units each, release or return them to the supplier.`,
        dueInDays: 1,
      },
      {
        target: `batch:${worst.category}`,
        direction: 'set',
        title: `Block and check ${worst.category} for a faulty batch`,
        description: 'Every further sale comes back and costs a customer.',
        expected: [
          predict(
            'product_quality',
            -(rate - before) * share,
            0.5,
            'the group returns to its former rate at its share of units'
          ),
        ],
        confidence: 70,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

/** Products that came back as defective leave the range until the batch is checked. */
function stopSale({ facts }: Found<Facts>): readonly Proposal[] {
  const { worst, rate, before, share } = facts;
  const productIds = (worst.products ?? []).slice(0, 40);
  if (productIds.length === 0 || rate < 2 * before) return [];
  return [
    propose(
      'assortment.delist',
      {
        title: `Take ${counted(productIds.length, 'product')} of ${worst.category} out of the range until they are checked`,
        productIds,
        stockValue: Math.round(worst.stock_value),
      },
      {
        target: `batch-products:${worst.category}`,
        direction: 'down',
        title: `Stop selling ${counted(productIds.length, 'product')} of ${worst.category}`,
        description: `${rate.toFixed(1)} of 100 units come back as defective, usually ${before.toFixed(1)}.`,
        expected: [predict('product_quality', -(rate - before) * share, 0.4, 'what is not sold does not come back')],
        confidence: 65,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

export const defectAreasAnalysis = capability<Facts>({
  id: 'defect-areas',
  title: 'Where defects rise',
  kpis: ['product_quality', 'return_rate'],
  analyse,
  playbooks: [
    { id: 'stop-sale', title: 'Stop selling the affected products', propose: stopSale },
    { id: 'check-batch', title: 'Block and check a batch', propose: quarantine },
  ],
});

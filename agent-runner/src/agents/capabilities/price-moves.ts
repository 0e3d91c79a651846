import { z } from 'zod';
import type { Prediction } from '../../contract/actions.ts';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { mean, sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  product_id: z.number(),
  sku: z.string(),
  category: z.string(),
  reason: z.string(),
  old_price: z.number(),
  new_price: z.number(),
  list_price: z.number().nullable(),
  unit_cost: z.number().nullable(),
  days_ago: z.number(),
  units_28d: z.number(),
  usual_price: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const priceMoves: NamedQuery<Row> = { name: 'price-moves', row: Row };

interface Facts {
  readonly wrong: readonly Row[];
  readonly belowCost: readonly Row[];
  readonly marginPoints: number;
}

/** People move list prices by some percent; a sixth at once in one import is a mistake until somebody says otherwise. */
const suspiciousMove = 0.16;
const leastProducts = 3;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(priceMoves);
  if (result.rows.length === 0)
    return notEnough(result, context.asOf, 'no price change is recorded in the last 14 days');
  const latest = [...new Map(result.rows.toReversed().map((row) => [row.product_id, row])).values()];
  const wrong = latest.filter((row) => Math.abs(row.new_price / row.old_price - 1) >= suspiciousMove && isStillOn(row));
  if (wrong.length < leastProducts) return [];
  const lower = wrong.filter((row) => row.new_price < row.old_price);
  const moves = wrong.map((row) => row.new_price / row.old_price - 1);
  const belowCost = lower.filter((row) => row.new_price <= (row.unit_cost ?? 0));
  const revenue = sum(wrong.map((row) => row.units_28d * row.old_price));
  return [
    {
      kpiIds:
        lower.length >= wrong.length / 2
          ? ['gross_margin', 'average_order_value']
          : ['conversion_rate', 'average_order_value'],
      severity: severityBy(wrong.length, [3, 8, 15]),
      title: `${String(wrong.length)} list prices moved by ${(100 * mean(moves)).toFixed(0)} % at once`,
      detail: `${String(belowCost.length)} of them are below cost now; ${(wrong[0]?.days_ago ?? 0).toFixed(1)} days ago, reason "${wrong[0]?.reason ?? ''}".`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: wrong.map((row) => ({ type: 'product', id: String(row.product_id), label: row.sku })),
          measures: [
            {
              name: 'products with a suspicious price',
              value: wrong.length,
              unit: 'products',
              baseline: latest.length,
            },
            { name: 'mean move', value: 100 * mean(moves), unit: 'percent' },
            { name: 'sold below cost', value: belowCost.length, unit: 'products' },
            { name: 'revenue of these products in 28 days', value: revenue, unit: context.currency },
          ],
          days: 14,
          comparison: 'new list price against the price before and the unit cost',
        }),
      ],
      facts: { wrong, belowCost, marginPoints: marginPoints(wrong) },
    },
  ];
}

/** Somebody may have put it back since. */
function isStillOn(row: Row): boolean {
  return row.list_price === null || Math.abs(row.list_price / row.new_price - 1) < 0.1;
}

/** Points of gross margin these products lose at their new price, weighted by what they sell. */
function marginPoints(wrong: readonly Row[]): number {
  let before = 0;
  let after = 0;
  let revenue = 0;
  for (const { old_price, new_price, unit_cost, units_28d } of wrong) {
    before += units_28d * (old_price - (unit_cost ?? 0));
    after += units_28d * (new_price - (unit_cost ?? 0));
    revenue += units_28d * old_price;
  }
  return revenue > 0 ? (100 * (before - after)) / revenue : 0;
}

/** The prices from before, for every product of the import. */
function restore({ facts }: Found<Facts>): readonly Proposal[] {
  const changes = facts.wrong.map((row) => ({ productId: row.product_id, newPrice: rounded(before(row)) }));
  const share = Math.min(1, facts.wrong.length / 60);
  return [
    propose(
      'price-list.restore',
      { reason: 'list', changes: changes.slice(0, 400) },
      {
        target: 'prices:import',
        direction: facts.marginPoints > 0 ? 'up' : 'down',
        title: `Put back the list price of ${counted(changes.length, 'product')}`,
        description: 'The price from before the change, per product.',
        expected: effects(facts, share),
        confidence: 85,
        cost: null,
        hoursUntilHarm: 0,
      }
    ),
  ];
}

/** Prices that were too low cost margin, prices that were too high cost buyers. */
function effects({ marginPoints }: Facts, share: number): Prediction[] {
  if (marginPoints > 0) {
    return [
      predict(
        'gross_margin',
        Math.max(0.5, marginPoints * share),
        0.6,
        'margin per unit from before, weighted by sales of 28 days'
      ),
      predict('average_order_value', 8 * share, 0.8, 'share of orders with these products times the price difference'),
    ];
  }
  return [
    predict('conversion_rate', 1.2 * share, 0.6, 'link e01: units answer to prices with an elasticity of −1.8'),
    predict('cac', -18 * share, 0.7, 'link e06: acquisition cost falls as conversion rises'),
  ];
}

/** The median of what was paid corrects for a promotion that ran when the import came. */
function before(row: Row): number {
  return row.usual_price !== null && row.usual_price > row.old_price ? row.usual_price : row.old_price;
}

/** What sells below cost cannot wait for the rest. */
function stopBelowCost({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  if (facts.belowCost.length === 0) return [];
  return [
    propose(
      'work.task',
      {
        title: `Check the price import behind ${String(facts.wrong.length)} changes`,
        instructions: `Find the file or person behind the change, stop its next run, and check orders of ${String(facts.belowCost.length)} products sold below cost.`,
        dueInDays: 1,
      },
      {
        target: 'prices:import-source',
        direction: 'set',
        title: 'Find and stop the source of the price import',
        description: `Otherwise the next run brings the prices back. ${String(facts.belowCost.length)} products sell below cost, in ${context.currency}.`,
        expected: [predict('gross_margin', 0.2, 1, 'the mistake does not come back')],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

function rounded(price: number): number {
  return Math.round(price * 100) / 100;
}

export const priceMovesAnalysis = capability<Facts>({
  id: 'price-moves',
  title: 'Which list prices moved further than people move them',
  kpis: ['gross_margin', 'average_order_value', 'conversion_rate'],
  analyse,
  playbooks: [
    { id: 'restore-prices', title: 'Put back the prices from before', propose: restore },
    { id: 'stop-source', title: 'Stop the source of a wrong import', propose: stopBelowCost },
  ],
});

import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { fitElasticity, marginChange, optimalPrice, type Elasticity } from '../maths/elasticity.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  category: z.string(),
  product_id: z.number(),
  sku: z.string(),
  list_price: z.number().nullable(),
  unit_cost: z.number().nullable(),
  units: z.array(z.number()),
  prices: z.array(z.number()),
  weeks: z.array(z.number()),
});
type Row = z.infer<typeof Row>;
const priceResponse: NamedQuery<Row> = { name: 'price-response', row: Row };

interface Move {
  readonly row: Row;
  readonly elasticity: Elasticity;
  /** Relative change of the price, within the limit. */
  readonly change: number;
  readonly gainPerWeek: number;
}
interface Facts {
  readonly moves: readonly Move[];
  readonly marginPerWeek: number;
}

/** One step at a time: customers notice more, and the fit holds only near prices that were tried. */
const largestStep = 0.05;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(priceResponse);
  const fits = new Map<string, Elasticity>();
  for (const category of new Set(result.rows.map((row) => row.category))) {
    const fit = fitElasticity(pointsOf(result.rows, category));
    if (fit !== null) fits.set(category, fit);
  }
  if (fits.size === 0) return notEnough(result, context.asOf, 'prices moved too little in 26 weeks to see a response');
  const moves = result.rows
    .flatMap((row) => moveOf(row, fits.get(row.category)))
    .sort((a, b) => b.gainPerWeek - a.gainPerWeek)
    .slice(0, 12);
  const gain = sum(moves.map((move) => move.gainPerWeek));
  if (moves.length === 0) return [];
  return [
    {
      kpiIds: ['gross_margin', 'average_order_value'],
      severity: severityBy(gain, [1_000, 4_000, 10_000]),
      title: `${String(moves.length)} prices lie off their margin optimum, about ${gain.toFixed(0)} ${context.currency} a week`,
      detail: `Elasticities between ${Math.min(...[...fits.values()].map((fit) => fit.value)).toFixed(2)} and ${Math.max(...[...fits.values()].map((fit) => fit.value)).toFixed(2)} in ${String(fits.size)} product groups.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: moves.map(({ row }) => ({ type: 'product', id: String(row.product_id), label: row.sku })),
          measures: [...fits].slice(0, 10).map(([category, fit]) => ({
            name: `own-price elasticity of ${category}`,
            value: fit.value,
            unit: '% units per 1 % price',
          })),
          days: 182,
          comparison: 'weekly units against prices within each product, shrunk to published means',
        }),
      ],
      facts: { moves, marginPerWeek: sum(result.rows.map(marginOf)) },
    },
  ];
}

function pointsOf(rows: readonly Row[], category: string) {
  return rows
    .filter((row) => row.category === category)
    .flatMap((row) =>
      row.units.map((units, index) => ({ product: row.product_id, units, price: row.prices[index] ?? 0 }))
    );
}

function moveOf(row: Row, elasticity: Elasticity | undefined): Move[] {
  const { list_price: price, unit_cost: cost } = row;
  if (elasticity === undefined || price === null || cost === null || cost <= 0 || price <= cost) return [];
  const optimum = optimalPrice(cost, elasticity.value);
  if (optimum === null) return [];
  const change = Math.max(-largestStep, Math.min(largestStep, optimum / price - 1));
  const gainPerWeek = marginOf(row) * marginChange(price, cost, elasticity.value, change);
  return Math.abs(change) < 0.02 || gainPerWeek <= 1 ? [] : [{ row, elasticity, change, gainPerWeek }];
}

/** Margin a week at the present price. */
function marginOf({ units, list_price, unit_cost }: Row): number {
  return (sum(units) / 26) * Math.max(0, (list_price ?? 0) - (unit_cost ?? 0));
}

function moveTowards(found: Found<Facts>, direction: 'up' | 'down'): readonly Proposal[] {
  const moves = found.facts.moves.filter((move) => (direction === 'up' ? move.change > 0 : move.change < 0));
  if (moves.length < 2) return [];
  const gain = sum(moves.map((move) => move.gainPerWeek));
  return [
    propose(
      'price-list.change',
      {
        reason: 'test',
        changes: moves.map(({ row, change }) => ({
          productId: row.product_id,
          newPrice: Math.round((row.list_price ?? 0) * (1 + change) * 100) / 100,
        })),
      },
      {
        target: `prices:${direction}`,
        direction,
        title: `${direction === 'up' ? 'Raise' : 'Lower'} ${String(moves.length)} prices towards their margin optimum`,
        description: `At most 5 % each; about ${gain.toFixed(0)} a week.`,
        expected: [
          predict(
            'gross_margin',
            (direction === 'up' ? 1 : -0.3) * Math.min(1.5, (40 * gain) / Math.max(1, found.facts.marginPerWeek)),
            0.9,
            'fitted elasticity per product group'
          ),
        ],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const priceResponseAnalysis = capability<Facts>({
  id: 'price-response',
  title: 'How demand answers to prices, and which prices lie off their optimum',
  kpis: ['gross_margin', 'average_order_value'],
  analyse,
  playbooks: [
    {
      id: 'raise-prices',
      title: 'Raise prices below the margin optimum',
      propose: (found) => moveTowards(found, 'up'),
    },
    {
      id: 'lower-prices',
      title: 'Lower prices above the margin optimum',
      propose: (found) => moveTowards(found, 'down'),
    },
  ],
});

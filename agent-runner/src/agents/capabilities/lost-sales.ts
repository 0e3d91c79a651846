import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const View = z.object({
  product_id: z.number(),
  sku: z.string(),
  category: z.string(),
  views: z.number(),
  empty_views: z.number(),
  purchases_per_view: z.number().nullable(),
  unit_margin: z.number().nullable(),
  price: z.number().nullable(),
});
const unavailableViews: NamedQuery<z.infer<typeof View>> = { name: 'unavailable-views', row: View };

const Substitute = z.object({
  product_id: z.number(),
  sku: z.string(),
  category: z.string(),
  available: z.number(),
  units: z.number(),
});
const substitutes: NamedQuery<z.infer<typeof Substitute>> = { name: 'substitutes', row: Substitute };

interface Facts {
  readonly missing: readonly z.infer<typeof View>[];
  readonly inStead: readonly z.infer<typeof Substitute>[];
  readonly emptyShare: number;
}

/** Fewer views than this in a week say nothing about a share. */
const leastViews = 100;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(unavailableViews);
  const views = sum(result.rows.map((row) => row.views));
  if (views < leastViews) return notEnough(result, context.asOf, `only ${String(views)} product views in 7 days`);
  const missing = result.rows.filter((row) => row.empty_views > 0);
  const emptyShare = sum(missing.map((row) => row.empty_views)) / views;
  if (emptyShare < 0.02) return [];
  const rate = result.rows[0]?.purchases_per_view ?? 0;
  const lost = sum(missing.map((row) => row.empty_views * rate));
  const margin = sum(missing.map((row) => row.empty_views * rate * Math.max(0, row.unit_margin ?? 0)));
  const categories = [...new Set(missing.slice(0, 20).map((row) => row.category))];
  const others = await context.company.query(substitutes, [categories, missing.map((row) => row.product_id)]);
  return [
    {
      kpiIds: ['stock_rupture', 'conversion_rate'],
      severity: severityBy(emptyShare, [0.04, 0.1, 0.2]),
      title: `${(100 * emptyShare).toFixed(1)} % of product views met an empty shelf`,
      detail: `About ${lost.toFixed(0)} units and ${margin.toFixed(0)} ${context.currency} of margin were lost in 7 days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: missing.map((row) => ({ type: 'product', id: String(row.product_id), label: row.sku })),
          measures: [
            { name: 'views of products out of stock', value: 100 * emptyShare, unit: 'percent' },
            { name: 'units lost', value: lost, unit: 'units' },
            { name: 'margin lost', value: margin, unit: context.currency },
          ],
          days: 7,
          comparison: 'views that met stock, at the same purchases per view',
        }),
      ],
      facts: { missing, inStead: others.rows, emptyShare },
    },
  ];
}

/** Whoever came for an empty shelf may take the neighbour: show what is there in the same categories. */
function showSubstitutes({ facts }: Found<Facts>): readonly Proposal[] {
  const productIds = facts.inStead.slice(0, 12).map((row) => row.product_id);
  if (productIds.length === 0) return [];
  const categories = [...new Set(facts.inStead.map((row) => row.category))].slice(0, 3).join(', ');
  return [
    propose(
      'assortment.feature',
      {
        title: `Show in-stock alternatives in ${categories}`,
        productIds,
        place: 'first in the listing of the category and on the pages of the products that are out of stock',
      },
      {
        target: `feature:${categories}`,
        direction: 'up',
        title: `Show ${String(productIds.length)} in-stock alternatives`,
        description: 'Best sellers of the same categories with stock for more than two weeks.',
        expected: [
          // Substitution of 45 % of those who meet an empty shelf: Gruen & Corsten, as quoted for e15.
          predict(
            'conversion_rate',
            2.5 * facts.emptyShare * 0.2,
            0.8,
            'a fifth of the visitors who met an empty shelf'
          ),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const lostSalesAnalysis = capability<Facts>({
  id: 'lost-sales',
  title: 'What empty shelves cost so far',
  kpis: ['stock_rupture', 'conversion_rate'],
  analyse,
  playbooks: [{ id: 'show-substitutes', title: 'Show alternatives that are in stock', propose: showSubstitutes }],
});

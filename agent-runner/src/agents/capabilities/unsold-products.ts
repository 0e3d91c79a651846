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
  product_id: z.number(),
  sku: z.string(),
  category: z.string(),
  quantity: z.number(),
  stock_value: z.number(),
  price: z.number().nullable(),
  unit_cost: z.number().nullable(),
  days_since_sale: z.number().nullable(),
  unsold: z.boolean(),
});
type Row = z.infer<typeof Row>;
const unsoldProducts: NamedQuery<Row> = { name: 'unsold-products', row: Row };

interface Facts {
  readonly unsold: readonly Row[];
  readonly products: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(unsoldProducts);
  if (result.rows.length < 10) return notEnough(result, context.asOf, 'fewer than ten products older than 90 days');
  const unsold = result.rows.filter((row) => row.unsold);
  const share = unsold.length / result.rows.length;
  const value = sum(unsold.map((row) => row.stock_value));
  if (share < 0.1) return [];
  return [
    {
      kpiIds: ['catalog_coverage', 'inventory_turnover'],
      severity: severityBy(share, [0.25, 0.4, 0.6]),
      title: `${String(unsold.length)} of ${counted(result.rows.length, 'product')} sold nothing in 90 days`,
      detail: `${value.toFixed(0)} ${context.currency} of stock lie in them.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: unsold.map((row) => ({ type: 'product', id: String(row.product_id), label: row.sku })),
          measures: [
            { name: 'products without a sale', value: unsold.length, unit: 'products', baseline: result.rows.length },
            { name: 'stock value in them', value, unit: context.currency },
          ],
          days: 90,
          comparison: 'active products with a sale in 90 days',
        }),
      ],
      facts: { unsold, products: result.rows.length },
    },
  ];
}

/** What has stock and margin left gets a chance at a lower price, never below cost. */
function markDown({ facts }: Found<Facts>): readonly Proposal[] {
  const changes = facts.unsold
    .filter(
      (row) => row.quantity > 0 && row.price !== null && row.unit_cost !== null && row.price * 0.8 > row.unit_cost
    )
    .slice(0, 20)
    .map((row) => ({ productId: row.product_id, newPrice: Math.round((row.price ?? 0) * 80) / 100 }));
  if (changes.length < 3) return [];
  return [
    propose(
      'price-list.change',
      { reason: 'markdown', changes },
      {
        target: 'prices:unsold',
        direction: 'down',
        title: `Mark down ${counted(changes.length, 'product')} that do not sell by 20 %`,
        description: 'All stay above cost.',
        expected: [
          predict(
            'catalog_coverage',
            (40 * changes.length) / facts.products,
            0.7,
            'four of ten find a buyer at a fifth less'
          ),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

function delist({ facts }: Found<Facts>): readonly Proposal[] {
  const dead = facts.unsold.filter((row) => row.quantity === 0 || (row.days_since_sale ?? 999) > 180).slice(0, 60);
  if (dead.length === 0) return [];
  return [
    propose(
      'assortment.delist',
      {
        title: `Take ${counted(dead.length, 'product')} out of the range`,
        productIds: dead.map((row) => row.product_id),
        stockValue: Math.round(sum(dead.map((row) => row.stock_value))),
      },
      {
        target: 'assortment:dead',
        direction: 'down',
        title: `Take ${counted(dead.length, 'product')} out of the range`,
        description: 'No sale for half a year, or nothing left to sell.',
        expected: [
          predict('catalog_coverage', (100 * dead.length) / facts.products, 0.3, 'they no longer count as active'),
        ],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

export const unsoldProductsAnalysis = capability<Facts>({
  id: 'unsold-products',
  title: 'Which products nobody buys',
  kpis: ['catalog_coverage', 'inventory_turnover'],
  analyse,
  playbooks: [
    { id: 'mark-down', title: 'Mark down what lies', propose: markDown },
    { id: 'delist', title: 'Take products out of the range', propose: delist },
  ],
});

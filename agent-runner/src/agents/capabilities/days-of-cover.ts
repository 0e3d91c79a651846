import { capability } from '../capability.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { atRisk, marginPerDay, productEntity, stockPositions, type StockPosition } from './stock-positions.ts';

interface Facts {
  readonly risky: readonly StockPosition[];
  readonly products: number;
}

/** Units that last the lead time with 97.5 % service; what a reorder point should be. */
function reorderPoint({ demand, deviation, leadDays }: StockPosition): number {
  return Math.ceil(demand * leadDays + 1.96 * deviation * Math.sqrt(leadDays));
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const { result, positions } = await stockPositions(context);
  if (positions.length === 0) return notEnough(result, context.asOf, 'no stock level of the last three days');
  const risky = atRisk(positions);
  if (risky.length === 0) return [];
  const out = risky.filter((position) => position.available <= 0);
  const named = risky.filter((position) => position.supplied);
  const worst = risky[0];
  const margin = sum(risky.map(marginPerDay));
  return [
    {
      kpiIds: ['stock_rupture'],
      severity: named.length > 0 ? 'high' : severityBy((100 * out.length) / positions.length, [3, 8, 15]),
      title: `${counted(out.length, 'product')} ${out.length === 1 ? 'is' : 'are'} out of stock, ${String(risky.length - out.length)} more run out before goods can arrive`,
      detail: `Most urgent: ${worst === undefined ? '' : describe(worst)}.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: risky.map(productEntity),
          measures: [
            { name: 'products out of stock', value: out.length, unit: 'products', baseline: positions.length },
            { name: 'products that run out before goods arrive', value: risky.length - out.length, unit: 'products' },
            { name: 'margin at stake', value: margin, unit: `${context.currency} per day` },
            ...named.map((position) => ({
              name: `stock of ${position.sku}`,
              value: position.available,
              unit: 'units',
            })),
          ],
          days: 56,
          comparison: 'stock against demand smoothed over eight weeks and the lead time of the supplier',
          supplied: named.length > 0,
        }),
      ],
      facts: { risky, products: positions.length },
    },
  ];
}

function describe(position: StockPosition): string {
  const when = position.available <= 0 ? 'is out of stock' : `lasts ${position.cover.toFixed(1)} days`;
  return `${position.sku} ${when} at ${position.demand.toFixed(2)} units a day, lead time ${position.leadDays.toFixed(0)} days`;
}

/** Goods ordered today arrive too late for some products: the point at which they are ordered was too low. */
function raiseReorderPoints(found: Found<Facts>): readonly Proposal[] {
  const changes = found.facts.risky
    .filter((position) => position.demand > 0)
    .slice(0, 40)
    .map((position) => ({
      productId: position.productId,
      warehouseId: position.warehouseId,
      reorderPoint: reorderPoint(position),
    }));
  if (changes.length === 0) return [];
  const share = (100 * changes.length) / found.facts.products;
  return [
    propose(
      'erp.reorder-points',
      { changes },
      {
        target: `reorder-points:${changes.map((change) => change.productId).join(',')}`,
        direction: 'set',
        title: `Raise the reorder point of ${counted(changes.length, 'product')}`,
        description: 'Demand over the lead time plus safety for 97.5 % service, per product.',
        expected: [predict('stock_rupture', -share / 2, 0.9, 'half of these products would not have run out')],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 72,
      }
    ),
  ];
}

export const daysOfCoverAnalysis = capability<Facts>({
  id: 'days-of-cover',
  title: 'Which products run out before goods can arrive',
  kpis: ['stock_rupture'],
  analyse,
  playbooks: [{ id: 'raise-reorder-points', title: 'Raise reorder points', propose: raiseReorderPoints }],
});

import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { atRisk, productEntity, stockPositions, type StockPosition } from './stock-positions.ts';

const Waiting = z.object({
  orders_last_week: z.number(),
  waiting_orders: z.number(),
  due_soon: z.number(),
  orders_per_day: z.number(),
});
const waitingForStock: NamedQuery<z.infer<typeof Waiting>> = { name: 'orders-waiting-for-stock', row: Waiting };

const Place = z.object({
  product_id: z.number(),
  warehouse_id: z.number(),
  warehouse: z.string(),
  available: z.number(),
  daily: z.number(),
});
type Place = z.infer<typeof Place>;
const stockByWarehouse: NamedQuery<Place> = { name: 'stock-by-warehouse', row: Place };

interface Transfer {
  readonly productId: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
}
interface Facts {
  readonly risky: readonly StockPosition[];
  readonly transfers: readonly Transfer[];
  readonly extraDays: number;
  readonly shareOfOrders: number;
  readonly waiting: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const { result: stock, positions } = await stockPositions(context);
  if (positions.length === 0) return notEnough(stock, context.asOf, 'no stock level of the last three days');
  const risky = atRisk(positions).slice(0, 60);
  if (risky.length === 0) return [];
  const ids = risky.map((position) => position.productId);
  const [result, places] = await Promise.all([
    context.company.query(waitingForStock, [ids]),
    context.company.query(stockByWarehouse, [ids]),
  ]);
  const orders = result.rows[0];
  if (orders === undefined || orders.orders_last_week === 0)
    return notEnough(result, context.asOf, 'no orders in 7 days');
  const shareOfOrders = Math.min(1, (7 * orders.orders_per_day) / orders.orders_last_week);
  const extraDays = Math.max(1, Math.min(21, Math.ceil(longestGap(risky))));
  return [
    {
      kpiIds: ['stock_rupture', 'fulfillment_time', 'csat'],
      severity: severityBy(shareOfOrders, [0.08, 0.2, 0.4]),
      title: `${(100 * shareOfOrders).toFixed(1)} % of orders contain a product that is out or runs out`,
      detail: `${String(orders.waiting_orders)} paid orders wait for one of them, ${String(orders.due_soon)} are due within two days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: risky.map(productEntity),
          measures: [
            { name: 'orders with these products', value: 100 * shareOfOrders, unit: 'percent' },
            { name: 'paid orders waiting', value: orders.waiting_orders, unit: 'orders' },
            { name: 'days until goods can be there', value: extraDays, unit: 'days' },
          ],
          days: 28,
          comparison: 'orders of the last 28 days with these products against all orders',
          supplied: risky.some((position) => position.supplied),
        }),
      ],
      facts: { risky, transfers: transfersOf(places.rows), extraDays, shareOfOrders, waiting: orders.waiting_orders },
    },
  ];
}

/** Days between the empty shelf and the next goods, for the product that waits longest. */
function longestGap(risky: readonly StockPosition[]): number {
  let gap = 0;
  for (const position of risky) {
    const arrival = position.incoming > 0 ? (position.incomingInDays ?? position.leadDays) : position.leadDays;
    gap = Math.max(gap, arrival - (Number.isFinite(position.cover) ? position.cover : arrival));
  }
  return gap;
}

/** Half of what lies idle for a month elsewhere moves to the warehouse that has nothing and ships the product. */
function transfersOf(places: readonly Place[]): Transfer[] {
  const transfers: Transfer[] = [];
  for (const empty of places.filter((place) => place.available <= 0)) {
    const donor = places.find(
      (place) => place.product_id === empty.product_id && place.available > 30 * place.daily && place.available >= 4
    );
    if (donor === undefined) continue;
    const quantity = Math.floor((donor.available - 30 * donor.daily) / 2);
    if (quantity > 0)
      transfers.push({ productId: empty.product_id, from: donor.warehouse_id, to: empty.warehouse_id, quantity });
  }
  return transfers;
}

/** A promise that cannot be kept costs more than one that is longer: the review cliff is one day past the promise. */
function extendPromise({ facts }: Found<Facts>): readonly Proposal[] {
  const count = facts.risky.length;
  return [
    propose(
      'shop.delivery-promise',
      {
        title: `Promise ${String(facts.extraDays)} more days for ${counted(count, 'product')}`,
        scope: 'products that are out of stock or run out before goods arrive',
        productIds: facts.risky.slice(0, 200).map((position) => position.productId),
        extraDays: facts.extraDays,
        shareOfOrders: Math.round(facts.shareOfOrders * 1000) / 1000,
      },
      {
        target: 'delivery-promise:stock',
        direction: 'up',
        title: `Extend the delivery promise of ${counted(count, 'product')} by ${String(facts.extraDays)} days`,
        description: 'Customers learn the date before they order instead of after it has passed.',
        expected: [
          // Olist: on time 4.28 stars, one to three days late 3.53.
          predict('csat', 0.75 * facts.shareOfOrders * 0.3, 0.7, 'orders of these products that would have come late'),
        ],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

function moveStock({ facts }: Found<Facts>): readonly Proposal[] {
  const first = facts.transfers[0];
  if (first === undefined) return [];
  const lines = facts.transfers
    .filter((transfer) => transfer.from === first.from && transfer.to === first.to)
    .slice(0, 60)
    .map(({ productId, quantity }) => ({ productId, quantity }));
  return [
    propose(
      'warehouse.stock-transfer',
      {
        title: `Move ${counted(lines.length, 'product')} to the empty warehouse`,
        fromWarehouseId: first.from,
        toWarehouseId: first.to,
        lines,
      },
      {
        target: `transfer:${String(first.from)}-${String(first.to)}`,
        direction: 'set',
        title: `Move ${counted(lines.length, 'product')} between warehouses`,
        description: 'Half of what lies idle for a month elsewhere.',
        expected: [
          predict('stock_rupture', -0.2 * lines.length, 0.6, 'these products can be sold again where they sell'),
        ],
        confidence: 65,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const waitingOrdersAnalysis = capability<Facts>({
  id: 'waiting-orders',
  title: 'Which orders wait for stock and where else it lies',
  kpis: ['stock_rupture', 'fulfillment_time'],
  analyse,
  playbooks: [
    { id: 'extend-promise', title: 'Extend the delivery promise', propose: extendPromise },
    { id: 'move-stock', title: 'Move stock between warehouses', propose: moveStock },
  ],
});

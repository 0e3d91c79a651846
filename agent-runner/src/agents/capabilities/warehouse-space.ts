import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Space = z.object({
  warehouse_id: z.number(),
  name: z.string(),
  capacity_m3: z.number(),
  now_m3: z.number().nullable(),
  before_m3: z.number().nullable(),
  inbound_m3: z.number(),
});
type Space = z.infer<typeof Space>;
const warehouseSpace: NamedQuery<Space> = { name: 'warehouse-space', row: Space };

const Inbound = z.object({
  purchase_order_id: z.number(),
  supplier: z.string(),
  volume_m3: z.number().nullable(),
  amount: z.number(),
  due_in_days: z.number().nullable(),
  least_cover: z.number().nullable(),
});
type Inbound = z.infer<typeof Inbound>;
const inboundOrders: NamedQuery<Inbound> = { name: 'inbound-orders', row: Inbound };

interface Facts {
  readonly warehouse: Space;
  readonly used: number;
  readonly idle: readonly Inbound[];
}

/** Operating ceiling (WERC): above it picking slows down. */
const ceiling = 0.85;
const storageDays = 28;
/** Rent of external storage per m³ and day, a common quotation; the order shows the real one. */
const rentPerM3Day = 0.9;
/** An order is put off only when everything on it lasts this long. */
const idleCover = 45;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(warehouseSpace);
  const measured = result.rows.filter((row) => row.now_m3 !== null);
  if (measured.length === 0) return notEnough(result, context.asOf, 'no warehouse with a capacity and a stock level');
  const warehouse = [...measured].sort((a, b) => share(b) - share(a))[0];
  if (warehouse === undefined || share(warehouse) < ceiling) return [];
  const orders = await context.company.query(inboundOrders);
  const idle = orders.rows.filter((order) => (order.least_cover ?? 0) > idleCover && (order.volume_m3 ?? 0) > 0.5);
  const used = share(warehouse);
  return [
    {
      kpiIds: ['warehouse_capacity', 'fulfillment_time'],
      severity: severityBy(used, [0.86, 0.9, 0.97]),
      title: `${warehouse.name} is ${(100 * used).toFixed(0)} % full, ${warehouse.inbound_m3.toFixed(0)} m³ more arrive within two weeks`,
      detail: `${((100 * ((warehouse.now_m3 ?? 0) - (warehouse.before_m3 ?? 0))) / warehouse.capacity_m3).toFixed(1)} points more than four weeks ago; above 85 % picking slows down.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'warehouse', id: String(warehouse.warehouse_id), label: warehouse.name }],
          measures: [
            {
              name: 'space used',
              value: 100 * used,
              unit: 'percent',
              baseline: (100 * (warehouse.before_m3 ?? 0)) / warehouse.capacity_m3,
            },
            {
              name: 'volume on order for two weeks',
              value: warehouse.inbound_m3,
              unit: 'm³',
              baseline: warehouse.capacity_m3,
            },
            { name: 'orders on which nothing is short', value: idle.length, unit: 'orders' },
          ],
          days: 28,
          comparison: 'now against four weeks ago and the 85 % ceiling',
        }),
      ],
      facts: { warehouse, used, idle },
    },
  ];
}

function share({ now_m3, capacity_m3 }: Space): number {
  return (now_m3 ?? 0) / capacity_m3;
}

/** Space for what is above the ceiling and what arrives, until sales have made room. */
function rentSpace({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const { warehouse, used } = facts;
  const wanted = (warehouse.now_m3 ?? 0) / 0.8 - warehouse.capacity_m3 + warehouse.inbound_m3 * 0.5;
  const volumeM3 = Math.max(10, Math.ceil(wanted));
  const cost = Math.round(volumeM3 * storageDays * rentPerM3Day);
  const after = (warehouse.now_m3 ?? 0) / (warehouse.capacity_m3 + volumeM3);
  return [
    propose(
      'warehouse.overflow',
      { warehouseId: warehouse.warehouse_id, volumeM3, days: storageDays, cost },
      {
        target: `space:${String(warehouse.warehouse_id)}`,
        direction: 'up',
        title: `Rent ${String(volumeM3)} m³ for ${String(storageDays)} days`,
        description: `Brings ${warehouse.name} from ${(100 * used).toFixed(0)} % to about ${(100 * after).toFixed(0)} %; about ${String(cost)} ${context.currency}.`,
        expected: [
          predict('warehouse_capacity', 100 * (after - used), 0.2, 'used volume over the larger capacity'),
          predict(
            'fulfillment_time',
            -0.15 * (context.kpi('fulfillment_time')?.value ?? 24),
            0.8,
            'link e19: the queue behind a full warehouse'
          ),
        ],
        confidence: 85,
        cost,
        hoursUntilHarm: 6,
      }
    ),
  ];
}

/** Goods nobody is short of need not arrive now. */
function putOffOrders({ facts }: Found<Facts>): readonly Proposal[] {
  return facts.idle.slice(0, 2).map((order) =>
    propose(
      'erp.purchase-order-cancel',
      { purchaseOrderId: order.purchase_order_id },
      {
        target: `purchase-order:${String(order.purchase_order_id)}`,
        direction: 'down',
        title: `Cancel order #${String(order.purchase_order_id)} of ${order.supplier}`,
        description: `Everything on it lasts at least ${(order.least_cover ?? 0).toFixed(0)} days; it would bring ${(order.volume_m3 ?? 0).toFixed(0)} m³.`,
        expected: [
          predict(
            'warehouse_capacity',
            (-100 * (order.volume_m3 ?? 0)) / facts.warehouse.capacity_m3,
            0.2,
            'volume of the order over capacity'
          ),
        ],
        confidence: 65,
        cost: null,
        hoursUntilHarm: 24 * Math.max(0, order.due_in_days ?? 0),
      }
    )
  );
}

export const warehouseSpaceAnalysis = capability<Facts>({
  id: 'warehouse-space',
  title: 'How full the warehouse is and what still arrives',
  kpis: ['warehouse_capacity'],
  analyse,
  playbooks: [
    { id: 'rent-space', title: 'Rent external storage', propose: rentSpace },
    { id: 'put-off-orders', title: 'Cancel orders on which nothing is short', propose: putOffOrders },
  ],
});

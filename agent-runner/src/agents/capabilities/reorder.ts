import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { chooseSupplier, expectedLeadDays, wantedUnits, type Choice, type SupplyOption } from '../maths/reorder.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { atRisk, marginPerDay, productEntity, stockPositions, type StockPosition } from './stock-positions.ts';

const Option = z.object({
  product_id: z.number(),
  supplier_id: z.number(),
  supplier: z.string(),
  unit_price: z.number(),
  min_quantity: z.number(),
  pack_size: z.number(),
  lead_days: z.number(),
  actual_days: z.number().nullable(),
  receipts: z.number(),
  late_share: z.number().nullable(),
  overdue_days: z.number(),
});
const supplierOptions: NamedQuery<z.infer<typeof Option>> = { name: 'supplier-options', row: Option };

interface Line {
  readonly position: StockPosition;
  readonly choice: Choice;
}
interface Facts {
  readonly lines: readonly Line[];
  readonly products: number;
}

/** Days an order should last after it arrived: long enough for the next regular order. */
const coverDays = 21;
const mostProducts = 60;
/** Days of an empty shelf that are worth an order of their own, and that it should at least last. */
const leastGapDays = 3;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const { result: stock, positions } = await stockPositions(context);
  if (positions.length === 0) return notEnough(stock, context.asOf, 'no stock level of the last three days');
  const risky = atRisk(positions)
    .filter((position) => position.demand > 0 || position.supplied)
    .slice(0, mostProducts);
  if (risky.length === 0) return [];
  const result = await context.company.query(supplierOptions, [risky.map((position) => position.productId)]);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no supplier is recorded for these products');
  const lines = risky.flatMap((position) => line(position, result.rows));
  if (lines.length === 0) return [];
  const late = [...new Set(result.rows.filter((row) => row.overdue_days > 0).map((row) => row.supplier))];
  return [
    {
      kpiIds: ['stock_rupture', 'inventory_turnover'],
      severity: lines.some((entry) => entry.position.supplied)
        ? 'high'
        : severityBy((100 * emptyOf(lines)) / positions.length, [2, 6, 12]),
      title: `${counted(lines.length, 'product')} ${lines.length === 1 ? 'needs' : 'need'} an order now`,
      detail:
        late.length === 0
          ? 'Suppliers keep their dates.'
          : `Overdue today: ${late.join(', ')}; quantities and suppliers take that in.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: lines.map((entry) => productEntity(entry.position)),
          measures: [
            { name: 'units to order', value: sum(lines.map((entry) => entry.choice.quantity)), unit: 'units' },
            { name: 'order value', value: sum(lines.map(valueOf)), unit: context.currency },
            { name: 'suppliers overdue', value: late.length, unit: 'suppliers' },
          ],
          days: 365,
          comparison: 'suppliers by price, stated and real lead time, and orders overdue today',
          supplied: risky.some((position) => position.supplied),
        }),
      ],
      facts: { lines, products: positions.length },
    },
  ];
}

function line(position: StockPosition, rows: readonly z.infer<typeof Option>[]): Line[] {
  const options = rows.filter((row) => row.product_id === position.productId).map(optionOf);
  // What is on order with somebody who is overdue cannot be relied on.
  const need = { ...position, incoming: options.some((option) => option.overdueDays > 0) ? 0 : position.incoming };
  const choice = chooseSupplier(need, options, coverDays);
  if (choice === null) return [];
  if (position.supplied || wantedUnits(need, choice.option, coverDays) > 0) return [{ position, choice }];
  return bridge(position, options);
}

/** What is on its way suffices but leaves the shelf empty for days: somebody faster fills it until then. */
function bridge(position: StockPosition, options: readonly SupplyOption[]): Line[] {
  const arrival = position.incomingInDays ?? 0;
  if (arrival - position.cover < leastGapDays) return [];
  const faster = options.filter((option) => arrival - expectedLeadDays(option) >= leastGapDays);
  const choice = chooseSupplier({ ...position, incoming: 0 }, faster, leastGapDays);
  return choice === null ? [] : [{ position, choice }];
}

function optionOf(row: z.infer<typeof Option>): SupplyOption {
  return {
    supplierId: row.supplier_id,
    supplier: row.supplier,
    unitPrice: row.unit_price,
    minQuantity: row.min_quantity,
    packSize: row.pack_size,
    leadDays: row.lead_days,
    actualDays: row.actual_days,
    lateShare: row.late_share,
    overdueDays: row.overdue_days,
  };
}

function emptyOf(lines: readonly Line[]): number {
  return lines.filter((entry) => entry.position.available <= 0).length;
}

function valueOf({ choice }: Line): number {
  return choice.quantity * choice.option.unitPrice;
}

/** One order per chosen supplier, expedited when the shelf is empty before it would arrive. */
function orderFromSuppliers({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const bySupplier = new Map<number, Line[]>();
  for (const entry of facts.lines) {
    const lines = bySupplier.get(entry.choice.option.supplierId);
    if (lines === undefined) bySupplier.set(entry.choice.option.supplierId, [entry]);
    else lines.push(entry);
  }
  return [...bySupplier.values()]
    .sort((a, b) => gain(b) - gain(a))
    .slice(0, 3)
    .flatMap((lines) => order(lines, facts.products, context));
}

function gain(lines: readonly Line[]): number {
  return sum(lines.map((entry) => marginPerDay(entry.position)));
}

function order(lines: readonly Line[], products: number, context: AnalysisContext): Proposal[] {
  const first = lines[0];
  if (first === undefined) return [];
  const { option, expectedDays } = first.choice;
  const orderValue = Math.round(sum(lines.map(valueOf)) * 100) / 100;
  const expedited = lines.some((entry) => entry.position.cover < expectedDays);
  const back =
    (100 * lines.filter((entry) => entry.position.available <= 0 || entry.position.supplied).length) / products;
  return [
    propose(
      'erp.purchase-order',
      {
        supplierId: option.supplierId,
        warehouseId: first.position.warehouseId,
        expedited,
        lines: lines.map((entry) => ({ productId: entry.position.productId, quantity: entry.choice.quantity })),
        orderValue,
      },
      {
        target: `supplier:${String(option.supplierId)}`,
        direction: 'up',
        title: `Order ${counted(lines.length, 'product')} from ${option.supplier}`,
        description: `${orderValue.toFixed(0)} ${context.currency}, about ${expectedDays.toFixed(0)} days; chosen for the smallest sum of price and margin lost while waiting.`,
        expected: [
          predict(
            'stock_rupture',
            -back,
            0.4,
            `the products of this order are back within ${expectedDays.toFixed(0)} days`
          ),
        ],
        confidence: Math.round(90 - 40 * (option.lateShare ?? 0.3)),
        cost: orderValue,
        hoursUntilHarm: expedited ? 0 : 24 * Math.max(0, first.position.cover - expectedDays),
      }
    ),
  ];
}

export const reorderAnalysis = capability<Facts>({
  id: 'reorder',
  title: 'What to order, how much, from whom',
  kpis: ['stock_rupture', 'inventory_turnover'],
  analyse,
  playbooks: [
    {
      id: 'order-from-suppliers',
      title: 'Order from the supplier that costs least in all',
      propose: orderFromSuppliers,
    },
  ],
});

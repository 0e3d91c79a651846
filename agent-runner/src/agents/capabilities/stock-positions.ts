import { z } from 'zod';
import type { NamedQuery, QueryResult } from '../company/named-query.ts';
import { dailyDemand, dailyDeviation, daysOfCover } from '../maths/demand.ts';
import type { AnalysisContext } from '../types.ts';

const Row = z.object({
  product_id: z.number(),
  warehouse_id: z.number(),
  sku: z.string(),
  category: z.string(),
  available: z.number(),
  weekly: z.array(z.number()),
  available_share: z.number(),
  incoming: z.number(),
  incoming_in_days: z.number().nullable(),
  price: z.number().nullable(),
  unit_cost: z.number().nullable(),
  lead_days: z.number().nullable(),
});
type Row = z.infer<typeof Row>;

const query: NamedQuery<Row> = { name: 'stock-positions', row: Row };

/** What a company without supplier records needs to get goods; a cautious fortnight. */
const usualLeadDays = 14;

/** One stocked product, its demand and when it runs out. */
export interface StockPosition {
  readonly productId: number;
  /** The first warehouse that stocks it. */
  readonly warehouseId: number;
  readonly sku: string;
  readonly category: string;
  readonly available: number;
  readonly demand: number;
  readonly deviation: number;
  readonly cover: number;
  readonly incoming: number;
  readonly incomingInDays: number | null;
  readonly leadDays: number;
  readonly unitMargin: number;
  readonly unitCost: number;
  readonly weekly: readonly number[];
  readonly supplied: boolean;
}

export interface StockPositions {
  readonly result: QueryResult<Row>;
  readonly positions: readonly StockPosition[];
}

/** Every stocked product as of the event; a product and level that came with the event replace the stored ones. */
export async function stockPositions(context: AnalysisContext): Promise<StockPositions> {
  const result = await context.company.query(query);
  const supplied = suppliedStock(context.supplied);
  return { result, positions: result.rows.map((row) => position(row, supplied)) };
}

export interface SuppliedStock {
  readonly productId: number;
  readonly level: number;
}

/** `{productId, stockLevel}` of a simulated event, or null. */
export function suppliedStock(data: Readonly<Record<string, unknown>>): SuppliedStock | null {
  const productId = Number(data['productId']);
  const level = Number(data['stockLevel'] ?? 0);
  return Number.isSafeInteger(productId) && productId > 0 && Number.isFinite(level) ? { productId, level } : null;
}

function position(row: Row, supplied: SuppliedStock | null): StockPosition {
  const override = supplied?.productId === row.product_id ? supplied : null;
  const available = override?.level ?? row.available;
  const demand = dailyDemand(row.weekly, row.available_share);
  return {
    productId: row.product_id,
    warehouseId: row.warehouse_id,
    sku: row.sku,
    category: row.category,
    available,
    demand,
    deviation: dailyDeviation(row.weekly, demand),
    cover: daysOfCover(available, demand),
    incoming: row.incoming,
    incomingInDays: row.incoming_in_days,
    leadDays: row.lead_days ?? usualLeadDays,
    unitMargin: (row.price ?? 0) - (row.unit_cost ?? 0),
    unitCost: row.unit_cost ?? 0,
    weekly: row.weekly,
    supplied: override !== null,
  };
}

/** Out now, or empty before goods can be there, whether on order or ordered today. */
export function isAtRisk(position: StockPosition): boolean {
  if (position.supplied || position.available <= 0) return true;
  const arrival =
    position.incoming > 0 && position.incomingInDays !== null && position.incomingInDays >= 0
      ? position.incomingInDays
      : position.leadDays;
  return position.demand > 0 && position.cover < arrival;
}

/** Margin lost per day while a product that people want is not on the shelf. */
export function marginPerDay(position: StockPosition): number {
  return position.demand * Math.max(0, position.unitMargin);
}

/** Products at risk, the most expensive gap first; those an event named come before all. */
export function atRisk(positions: readonly StockPosition[]): StockPosition[] {
  return positions
    .filter(isAtRisk)
    .sort(
      (a, b) =>
        Number(b.supplied) - Number(a.supplied) ||
        Number(b.available <= 0) - Number(a.available <= 0) ||
        marginPerDay(b) - marginPerDay(a) ||
        a.productId - b.productId
    );
}

export function productEntity(position: StockPosition): { type: 'product'; id: string; label: string } {
  return { type: 'product', id: String(position.productId), label: position.sku };
}

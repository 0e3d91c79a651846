import { readFileSync } from 'node:fs';
import { z } from 'zod';

const day = z.number().int();

/** What one row of each driver query looks like; the queries stand in `sql/` under the same names. */
export const driverRows = {
  'company-days': z.object({
    day,
    sessions: z.number(),
    orders: z.number(),
    units: z.number(),
    revenue: z.number(),
    cost_of_goods: z.number(),
    new_customers: z.number(),
    marketing_cost: z.number(),
    tickets_opened: z.number(),
    operating_cost: z.number(),
  }),
  'tickets-waiting': z.object({ day, waiting: z.number() }),
  products: z.object({ id: z.number(), category: z.string(), list_price: z.number(), unit_cost: z.number() }),
  'price-changes': z.object({
    product_id: z.number(),
    old_price: z.number(),
    new_price: z.number(),
    from_day: day,
    to_day: day.nullable(),
  }),
  'product-units': z.object({ product_id: z.number(), day, units: z.number() }),
  'sold-out-days': z.object({ product_id: z.number(), day }),
  'campaign-days': z.object({
    campaign_id: z.number(),
    name: z.string(),
    channel: z.string(),
    day,
    spend: z.number(),
    clicks: z.number(),
    conversions: z.number(),
    revenue: z.number(),
    new_conversions: z.number(),
  }),
  'stock-positions': z.object({
    product_id: z.number(),
    on_hand: z.number(),
    reorder_point: z.number(),
    lead_time_days: z.number(),
    lead_time_spread: z.number(),
    unit_cost: z.number(),
    typical_order: z.number(),
  }),
  'incoming-stock': z.object({ product_id: z.number(), quantity: z.number(), days_until: z.number() }),
  'company-state': z.object({
    cash: z.number().nullable(),
    stock_value: z.number().nullable(),
    support_agents: z.number().nullable(),
  }),
} as const;

export type DriverName = keyof typeof driverRows;
export type DriverRow<N extends DriverName> = z.infer<(typeof driverRows)[N]>;

/** SQL of a driver query with its days put in: `$1` is the first day, `$2` the day after the last; not every query has both. */
export function driverSql(name: DriverName, firstDay: string, endDay: string): string {
  const text = readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');
  return text.replaceAll('$1::date', `DATE '${firstDay}'`).replaceAll('$2::date', `DATE '${endDay}'`);
}

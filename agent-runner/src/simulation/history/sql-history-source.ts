import { createPool, inTransaction, type PoolClient } from '@ai-cos/service-kit';
import type { KpiId } from '@ai-cos/catalog';
import { z } from 'zod';
import type {
  CampaignHistory,
  CompanyDays,
  CompanyHistory,
  DailySeries,
  HistorySource,
  StockPosition,
} from './company-history.ts';
import { isoDay, loadKpiValues, type HistoryFrame } from './kpi-values.ts';
import { productHistories } from './product-histories.ts';
import { driverRows, driverSql, type DriverName, type DriverRow } from './sql-rows.ts';

/** Where a company's history is read: its own database (read-only role) and the exporters. Plain data, so a worker can get it. */
export interface HistoryAddress {
  readonly sourceUrl: string;
  readonly exportersUrl: string;
  /** Day number of the first day that is not complete yet. */
  readonly endDay: number;
  readonly days: number;
}

type Rows = { readonly [N in DriverName]: readonly DriverRow<N>[] };

async function loadRows<N extends DriverName>(
  client: PoolClient,
  name: N,
  frame: HistoryFrame
): Promise<DriverRow<N>[]> {
  const sql = driverSql(name, isoDay(frame.firstDay), isoDay(frame.firstDay + frame.days));
  const { rows } = await client.query<Record<string, unknown>>(sql);
  const schema: z.ZodType = z.array(driverRows[name]);
  return schema.parse(rows) as DriverRow<N>[];
}

const FirstDay = z.array(z.object({ day: z.number().int().nullable() }));

/** The asked days as far as the company has orders: days before its first one are no history of zeros. */
async function knownFrame(client: PoolClient, { endDay, days }: HistoryAddress): Promise<HistoryFrame> {
  const { rows } = await client.query<Record<string, unknown>>(
    "SELECT min(created_at)::date - DATE '1970-01-01' AS day FROM shop.orders"
  );
  const firstOrder = FirstDay.parse(rows)[0]?.day ?? endDay - days;
  // The first day may be cut in half.
  const firstDay = Math.min(endDay, Math.max(endDay - days, firstOrder + (firstOrder > endDay - days ? 1 : 0)));
  return { firstDay, days: endDay - firstDay };
}

/** Sessions are often kept for a shorter time than orders: before the first one their number is unknown, not zero. */
function fromFirstOn(series: DailySeries): DailySeries {
  const first = series.findIndex((value) => value > 0);
  return series.map((value, day) => (day < first ? Number.NaN : value));
}

const readOnly =
  "SET TRANSACTION READ ONLY; SET LOCAL TIME ZONE 'UTC'; SET LOCAL statement_timeout = '60s'; SET LOCAL jit = off";

async function loadAllRows(client: PoolClient, frame: HistoryFrame): Promise<Rows> {
  return {
    'company-days': await loadRows(client, 'company-days', frame),
    'tickets-waiting': await loadRows(client, 'tickets-waiting', frame),
    products: await loadRows(client, 'products', frame),
    'price-changes': await loadRows(client, 'price-changes', frame),
    'product-units': await loadRows(client, 'product-units', frame),
    'sold-out-days': await loadRows(client, 'sold-out-days', frame),
    'campaign-days': await loadRows(client, 'campaign-days', frame),
    'stock-positions': await loadRows(client, 'stock-positions', frame),
    'incoming-stock': await loadRows(client, 'incoming-stock', frame),
    'company-state': await loadRows(client, 'company-state', frame),
  };
}

function companyDays(rows: Rows, kpis: ReadonlyMap<KpiId, DailySeries>, days: number): CompanyDays {
  const daily = rows['company-days'];
  const column = (value: (row: DriverRow<'company-days'>) => number): DailySeries => Float64Array.from(daily, value);
  const kpi = (id: KpiId): DailySeries => kpis.get(id) ?? new Float64Array(days).fill(Number.NaN);
  return {
    sessions: fromFirstOn(column((row) => row.sessions)),
    orders: column((row) => row.orders),
    units: column((row) => row.units),
    revenue: column((row) => row.revenue),
    costOfGoods: column((row) => row.cost_of_goods),
    newCustomers: column((row) => row.new_customers),
    marketingCost: column((row) => row.marketing_cost),
    operatingCost: column((row) => row.operating_cost),
    ticketsOpened: column((row) => row.tickets_opened),
    ticketsWaiting: Float64Array.from(rows['tickets-waiting'], (row) => row.waiting),
    stockOutShare: kpi('stock_rupture').map((percent) => percent / 100),
    fulfillmentHours: kpi('fulfillment_time'),
    responseMinutes: kpi('response_time'),
    satisfaction: kpi('csat'),
  };
}

function campaignHistories(rows: Rows, { firstDay, days }: HistoryFrame): CampaignHistory[] {
  const found = new Map<number, CampaignHistory>();
  for (const row of rows['campaign-days']) {
    const campaign = found.get(row.campaign_id) ?? {
      id: row.campaign_id,
      name: row.name,
      channel: row.channel,
      spend: new Float64Array(days),
      clicks: new Float64Array(days),
      conversions: new Float64Array(days),
      newConversions: new Float64Array(days),
      revenue: new Float64Array(days),
    };
    found.set(row.campaign_id, campaign);
    const position = row.day - firstDay;
    campaign.spend[position] = row.spend;
    campaign.clicks[position] = row.clicks;
    campaign.conversions[position] = row.conversions;
    campaign.newConversions[position] = row.new_conversions;
    campaign.revenue[position] = row.revenue;
  }
  return [...found.values()].filter(({ spend }) => spend.some((value) => value > 0));
}

function stockPositions(rows: Rows): StockPosition[] {
  return rows['stock-positions'].map((row) => ({
    productId: row.product_id,
    onHand: row.on_hand,
    incoming: rows['incoming-stock']
      .filter(({ product_id }) => product_id === row.product_id)
      .map(({ quantity, days_until }) => ({ quantity, daysUntil: days_until })),
    reorderPoint: row.reorder_point,
    leadTimeDays: row.lead_time_days,
    leadTimeSpread: row.lead_time_spread,
    unitCost: row.unit_cost,
    typicalOrder: row.typical_order,
  }));
}

function historyOf(rows: Rows, kpis: ReadonlyMap<KpiId, DailySeries>, frame: HistoryFrame): CompanyHistory {
  const state = rows['company-state'][0];
  const { products, 'price-changes': priceChanges, 'product-units': units, 'sold-out-days': soldOut } = rows;
  return {
    ...frame,
    company: companyDays(rows, kpis, frame.days),
    kpis,
    products: productHistories({ products, priceChanges, units, soldOut }, frame),
    campaigns: campaignHistories(rows, frame),
    stock: stockPositions(rows),
    stockValue: state?.stock_value ?? 0,
    supportAgents: state?.support_agents ?? Number.NaN,
    cash: state?.cash ?? undefined,
  };
}

/** Reads the history of a company from the shop schema and the exporters; throws when the schema is not there. */
async function loadHistory(address: HistoryAddress): Promise<CompanyHistory> {
  const failures: Error[] = [];
  const pool = createPool({
    url: address.sourceUrl,
    applicationName: 'aicos-simulation',
    max: 1,
    onError: (error) => failures.push(error),
  });
  try {
    const { rows, frame } = await inTransaction(pool, async (client) => {
      await client.query(readOnly);
      const known = await knownFrame(client, address);
      return { rows: await loadAllRows(client, known), frame: known };
    });
    return historyOf(rows, await loadKpiValues(address.exportersUrl, frame), frame);
  } finally {
    await pool.end();
  }
}

/** The source of a running company. */
export function sqlHistorySource(address: HistoryAddress): HistorySource {
  return { load: () => loadHistory(address) };
}

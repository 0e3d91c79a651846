import type { KpiId } from '@ai-cos/catalog';
import type {
  CampaignHistory,
  CompanyDays,
  CompanyHistory,
  ProductHistory,
  StockPosition,
} from '@ai-cos/agent-runner/simulation/history/company-history.ts';
import { mean, median, standardDeviation } from '@ai-cos/agent-runner/forecast/numeric/moments.ts';
import { priceLine } from '@ai-cos/agent-runner/simulation/history/product-histories.ts';
import type { DriverRow } from '@ai-cos/agent-runner/simulation/history/sql-rows.ts';
import type { DayFigures } from '@ai-cos/demo';
import { kpiFigures } from './kpi-figures.ts';
import { liveThrough, type TwinWorld, type WorldPlan } from './twin-world.ts';

interface Frame {
  readonly firstDay: number;
  readonly days: number;
}

const dayNumber = (value: unknown): number => Math.floor(Date.parse(String(value)) / 86_400_000);

function series(figures: readonly DayFigures[], value: (day: DayFigures) => number): Float64Array {
  return Float64Array.from(figures, value);
}

function companyDays(figures: readonly DayFigures[]): CompanyDays {
  return {
    sessions: series(figures, (day) => day.sessions),
    orders: series(figures, (day) => day.orders),
    units: series(figures, (day) => day.units),
    revenue: series(figures, (day) => day.revenue),
    costOfGoods: series(figures, (day) => day.costOfGoods),
    newCustomers: series(figures, (day) => day.newCustomers),
    marketingCost: series(figures, (day) => day.marketingCost),
    stockOutShare: series(figures, (day) => day.stockRuptureShare),
    fulfillmentHours: series(figures, (day) => day.fulfilmentMedianHours ?? Number.NaN),
    responseMinutes: series(figures, (day) => day.responseMedianMinutes ?? Number.NaN),
    satisfaction: series(figures, (day) => (day.ratings > 0 ? day.ratingSum / day.ratings : Number.NaN)),
    ticketsOpened: series(figures, (day) => day.ticketsOpened),
    ticketsWaiting: series(figures, (day) => day.ticketsWaiting),
    operatingCost: series(figures, (day) => day.operatingCost),
  };
}

/** Price changes of every product, oldest first. */
function priceChanges({ sink }: TwinWorld): Map<number, DriverRow<'price-changes'>[]> {
  const changes = new Map<number, DriverRow<'price-changes'>[]>();
  const rows = sink.rows('price_changes').map((change) => ({
    id: Number(change.id),
    product_id: Number(change.product_id),
    old_price: Number(change.old_price),
    new_price: Number(change.new_price),
    from_day: dayNumber(change.valid_from),
    to_day: change.valid_to ? dayNumber(change.valid_to) : null,
  }));
  for (const row of rows.sort((x, y) => x.from_day - y.from_day || x.id - y.id)) {
    changes.set(row.product_id, [...(changes.get(row.product_id) ?? []), row]);
  }
  return changes;
}

function soldUnits({ sink }: TwinWorld, { firstDay, days }: Frame): Map<number, Float64Array> {
  const orderDay = new Map(sink.rows('orders').map((order) => [order.id, dayNumber(order.created_at) - firstDay]));
  const units = new Map<number, Float64Array>();
  for (const item of sink.rows('order_items')) {
    const id = Number(item.product_id);
    const day = orderDay.get(item.order_id) ?? -1;
    const line = units.get(id) ?? new Float64Array(days);
    units.set(id, line);
    if (day >= 0 && day < days) line[day] = line[day]! + Number(item.quantity);
  }
  return units;
}

function availability({ sink }: TwinWorld, { firstDay, days }: Frame): Map<number, Float64Array> {
  const available = new Map<number, Float64Array>();
  for (const row of sink.rows('inventory_snapshots')) {
    const id = Number(row.product_id);
    const line = available.get(id) ?? new Float64Array(days).fill(1);
    available.set(id, line);
    const day = dayNumber(row.snapshot_at) - firstDay;
    if (day >= 0 && day < days) line[day] = Number(row.quantity) - Number(row.reserved_quantity ?? 0) > 0 ? 1 : 0;
  }
  return available;
}

function productHistories(world: TwinWorld, frame: Frame): ProductHistory[] {
  const changes = priceChanges(world);
  const units = soldUnits(world, frame);
  const available = availability(world, frame);
  return world.sink.rows('products').map((product) => {
    const id = Number(product.id);
    return {
      id,
      category: String(product.category),
      unitCost: Number(product.unit_cost),
      ...priceLine(Number(product.list_price), changes.get(id) ?? [], frame),
      units: units.get(id) ?? new Float64Array(frame.days),
      available: available.get(id) ?? new Float64Array(frame.days).fill(1),
    };
  });
}

function campaignHistories({ sink }: TwinWorld, { firstDay, days }: Frame): CampaignHistory[] {
  const found = sink.rows('campaigns').map((campaign) => ({
    id: Number(campaign.id),
    name: String(campaign.name),
    channel: String(campaign.channel),
    spend: new Float64Array(days),
    clicks: new Float64Array(days),
    conversions: new Float64Array(days),
    newConversions: new Float64Array(days),
    revenue: new Float64Array(days),
  }));
  const byId = new Map(found.map((campaign) => [campaign.id, campaign]));
  for (const row of sink.rows('campaign_daily_stats')) {
    const campaign = byId.get(Number(row.campaign_id));
    const day = dayNumber(row.date_day) - firstDay;
    if (!campaign || day < 0 || day >= days) continue;
    campaign.spend[day] = Number(row.spend);
    campaign.clicks[day] = Number(row.clicks);
    campaign.conversions[day] = Number(row.conversions);
    campaign.revenue[day] = Number(row.attributed_revenue);
  }
  const firstOrders = new Map(sink.rows('customers').map((customer) => [customer.id, customer.first_order_at]));
  for (const order of sink.rows('orders')) {
    const campaign = byId.get(Number(order.campaign_id));
    const day = dayNumber(order.created_at) - firstDay;
    const isFirst = firstOrders.get(order.customer_id) === order.created_at;
    if (campaign && isFirst && day >= 0 && day < days) campaign.newConversions[day] = campaign.newConversions[day]! + 1;
  }
  return found.filter(({ spend }) => spend.some((value) => value > 0));
}

/** Days from order to arrival per product, from the orders that have arrived. */
function actualLeadTimes(sink: TwinWorld['sink']): Map<number, { mean: number; spread: number }> {
  const bySupplier = new Map<unknown, number[]>();
  for (const order of sink.rows('purchase_orders')) {
    if (!order.received_at) continue;
    const days = (Date.parse(String(order.received_at)) - Date.parse(String(order.ordered_at))) / 86_400_000;
    bySupplier.set(order.supplier_id, [...(bySupplier.get(order.supplier_id) ?? []), days]);
  }
  const found = new Map<number, { mean: number; spread: number }>();
  for (const offer of sink.rows('supplier_products')) {
    const days = Float64Array.from(bySupplier.get(offer.supplier_id) ?? []);
    if (days.length >= 5) found.set(Number(offer.product_id), { mean: mean(days), spread: standardDeviation(days) });
  }
  return found;
}

function stockPositions({ sink }: TwinWorld, { firstDay, days }: Frame): StockPosition[] {
  const lastDay = firstDay + days - 1;
  const quantities = new Map<number, number[]>();
  const openOrders = new Map(
    sink
      .rows('purchase_orders')
      .filter((order) => !order.received_at && !order.canceled_at)
      .map((order) => [order.id, order])
  );
  const incoming = new Map<number, { quantity: number; daysUntil: number }[]>();
  for (const item of sink.rows('purchase_order_items')) {
    const id = Number(item.product_id);
    quantities.set(id, [...(quantities.get(id) ?? []), Number(item.quantity)].slice(-5));
    const order = openOrders.get(item.purchase_order_id);
    if (order)
      incoming.set(id, [
        ...(incoming.get(id) ?? []),
        { quantity: Number(item.quantity), daysUntil: Math.max(1, dayNumber(order.expected_at) - lastDay) },
      ]);
  }
  const leadTimes = actualLeadTimes(sink);
  const cost = new Map(sink.rows('products').map((product) => [Number(product.id), Number(product.unit_cost)]));
  return sink.rows('inventory_levels').map((level) => {
    const id = Number(level.product_id);
    return {
      productId: id,
      onHand: Number(level.stocked_quantity) - Number(level.reserved_quantity),
      incoming: incoming.get(id) ?? [],
      reorderPoint: Number(level.reorder_point),
      leadTimeDays: leadTimes.get(id)?.mean ?? Number(level.lead_time_days),
      leadTimeSpread: leadTimes.get(id)?.spread ?? 1,
      unitCost: cost.get(id) ?? 0,
      typicalOrder: median(Float64Array.from(quantities.get(id) ?? [6])),
    };
  });
}

/** The history of a simulated company as the engine may see it: rows of `shop` and daily figures, nothing else. */
export function twinHistory(plan: WorldPlan): { readonly world: TwinWorld; readonly history: CompanyHistory } {
  const world = liveThrough(plan);
  return { world, history: historyOf(world) };
}

export function historyOf(world: TwinWorld): CompanyHistory {
  const { figures } = world;
  const frame = { firstDay: figures[0]!.day, days: figures.length };
  const kpis = new Map<KpiId, Float64Array>();
  for (const [id, figure] of Object.entries(kpiFigures)) kpis.set(id as KpiId, series(figures, figure));
  const lastShifts = world.sink.rows('staff_shifts').filter((shift) => shift.team === 'support');
  const shiftDays = new Set(lastShifts.map((shift) => dayNumber(shift.starts_at)));
  return {
    ...frame,
    company: companyDays(figures),
    kpis,
    products: productHistories(world, frame),
    campaigns: campaignHistories(world, frame),
    stock: stockPositions(world, frame),
    stockValue: figures.at(-1)!.inventoryValue,
    supportAgents: shiftDays.size > 0 ? lastShifts.length / shiftDays.size : Number.NaN,
    cash: figures.at(-1)!.cash,
  };
}

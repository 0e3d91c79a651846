import type { KpiId } from '@ai-cos/catalog';
import { uniformAt } from '../../src/simulation/draws/seed.ts';
import type {
  CampaignHistory,
  CompanyHistory,
  ProductHistory,
  StockPosition,
} from '../../src/simulation/history/company-history.ts';

const days = 180;

const wave = (day: number): number => 1 + 0.1 * Math.sin((2 * Math.PI * day) / 7);

function series(level: number, noise: number, stream: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => level * (wave(day) + noise * (uniformAt(stream, day) - 0.5)));
}

/** Demand answers prices with the elasticity −2, plus even noise. */
function product(id: number, category: string, level: number): ProductHistory {
  const usual = 20 + 5 * id;
  const price = Float64Array.from(
    { length: days },
    (_, day) => usual * (Math.floor(day / 20) % 3 === id % 3 ? 0.85 : 1)
  );
  const units = price.map((asked, day) =>
    Math.round(level * wave(day) * (asked / usual) ** -2 + 2 * uniformAt(700 + id, day))
  );
  return {
    id,
    category,
    unitCost: usual / 2,
    price,
    units,
    promoted: new Float64Array(days),
    available: new Float64Array(days).fill(1),
  };
}

/** Clicks answer spend with the local elasticity 0.5. */
function campaign(id: number, name: string): CampaignHistory {
  const spend = Float64Array.from(
    { length: days },
    (_, day) => 100 * (0.6 + 0.8 * uniformAt(800 + id, Math.floor(day / 3)))
  );
  const clicks = spend.map((value) => Math.round((400 * value) / (value + 100)));
  return {
    id,
    name,
    channel: 'paid_search',
    spend,
    clicks,
    conversions: clicks.map((value) => value * 0.03),
    newConversions: clicks.map((value) => value * 0.02),
    revenue: clicks.map((value) => value * 2.4),
  };
}

function position(productId: number): StockPosition {
  return {
    productId,
    onHand: 120,
    incoming: [{ quantity: 60, daysUntil: 5 }],
    reorderPoint: 100,
    leadTimeDays: 8,
    leadTimeSpread: 1,
    unitCost: 15,
    typicalOrder: 90,
  };
}

const kpiLevels: Partial<Record<KpiId, number>> = {
  conversion_rate: 2,
  average_order_value: 80,
  gross_margin: 45,
  cart_abandonment: 68,
  cac: 38,
  roi_campaigns: 60,
  stock_rupture: 2,
  warehouse_capacity: 78,
  inventory_turnover: 6,
  fulfillment_time: 20,
  response_time: 60,
  csat: 4.3,
  burn_rate: 30_000,
  ltv: 190,
};

/** A hand-made company: 180 days, six products, two campaigns; nothing random but fixed streams. */
export function smallHistory(): CompanyHistory {
  const products = [1, 2, 3, 4, 5, 6].map((id) => product(id, id % 2 === 0 ? 'Lamps' : 'Bowls', 6 + id));
  const kpis = new Map<KpiId, Float64Array>();
  for (const [index, [id, level]] of Object.entries(kpiLevels).entries())
    kpis.set(id as KpiId, series(level, 0.06, 10 + index));
  return {
    firstDay: 20_000,
    days,
    company: {
      sessions: series(2000, 0.08, 1),
      orders: series(40, 0.1, 2),
      units: series(66, 0.1, 3),
      revenue: series(3200, 0.1, 4),
      costOfGoods: series(1760, 0.1, 5),
      newCustomers: series(15, 0.1, 6),
      marketingCost: series(500, 0.05, 7),
      stockOutShare: series(0.02, 0.2, 8),
      fulfillmentHours: series(20, 0.1, 9),
      responseMinutes: series(60, 0.2, 30),
      satisfaction: series(4.3, 0.02, 31),
      ticketsOpened: series(24, 0.4, 32).map(Math.round),
      ticketsWaiting: series(3, 1, 33).map(Math.round),
      operatingCost: series(3500, 0.02, 34),
    },
    kpis,
    products,
    campaigns: [campaign(1, 'Search'), campaign(2, 'Social')],
    stock: products.map(({ id }) => position(id)),
    stockValue: 60_000,
    supportAgents: 2,
    cash: 600_000,
  };
}

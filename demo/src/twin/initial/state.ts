import { company, monthlyCosts } from '../company.ts';
import type { TwinState } from '../state.ts';
import { initialCampaigns } from './campaigns.ts';
import { initialPeople } from './people.ts';
import { initialProducts } from './products.ts';
import { initialSuppliers } from './suppliers.ts';

export interface TwinOptions {
  /** The day before the first step. */
  startDay: number;
  scale: number;
}

/** More than any stock needs; the warm-up builds the real warehouse. */
const roomyM3 = 2000;

export function initialState(seed: number, { startDay, scale }: TwinOptions): TwinState {
  const products = initialProducts(seed, scale);
  const monthly: Record<string, number> = {};
  for (const [line, amount] of Object.entries(monthlyCosts)) monthly[line] = amount * scale;
  return {
    seed,
    scale,
    day: startDay,
    ids: { employees: 43, warehouses: 2 },
    products,
    suppliers: initialSuppliers(),
    customers: { firstDay: [], key: [], affinity: [], mood: [], visitedOn: [], oldest: 0 },
    campaigns: initialCampaigns(scale),
    warehouse: {
      capacityM3: roomyM3 * scale,
      overflow: [],
      ordersPerDay: company.warehouseOrdersPerDay * scale,
      extraStaff: [],
      carrierWeights: [0.5, 0.2, 0.3],
    },
    orderQueue: [],
    purchaseOrders: [],
    support: {
      // Nobody can employ less than one person.
      agents: Math.max(1, company.supportAgents * scale),
      extraAgents: [],
      queue: [],
    },
    finance: { cash: 1_150_000 * scale, monthly, budgeted: {} },
    market: {
      rating: 4.35,
      fulfilmentDays: 0.9,
      responseMinutes: 80,
      lastOrders: 60 * scale,
      followers: [14_000, 22_000, 5200],
    },
    engineering: {
      highComplexity: 4,
      duplicated: 7,
      unused: 9,
      massive: 9,
      violations: 90,
      linesFound: 48_000,
      coverage: 0.822,
    },
    people: initialPeople(),
    features: [],
    agenda: {},
    disturbances: [],
    parcelAccrual: 0,
    voucher: { uses: 0, limit: null },
    flags: { 'checkout-version': 'stable' },
  };
}

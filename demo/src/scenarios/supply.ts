import { z } from 'zod';
import { defineScenario } from './scenario.ts';
import { bestSellers, choose } from './victims.ts';

const mainSuppliers = [1, 2, 3, 4] as const;
const supplierId = z.coerce.number().int().min(1).max(5).optional();

export const stockOut = defineScenario({
  name: 'stock-out',
  title: 'A best-selling group runs dry because its supplier is late',
  rootKpis: ['stock_rupture'],
  symptoms: ['conversion_rate', 'average_order_value', 'csat'],
  cures: ['erp.purchase-order'],
  expected: { detectionDays: 4, recoveryDays: 5 },
  parameters: z.object({
    supplier: supplierId,
    products: z.coerce.number().int().min(5).max(110).default(76),
    delayDays: z.coerce.number().int().min(1).max(90).default(35),
    coverDays: z.coerce.number().min(0).max(20).default(1.5),
  }),
  disturb(scene, { supplier, products, delayDays, coverDays }) {
    const late = supplier ?? choose(scene, 1, mainSuppliers);
    const productIds = bestSellers(scene.state, products, (product) => product.supplierId === late);
    const window = { fromDay: scene.day, untilDay: scene.day + delayDays };
    return [
      { kind: 'supplier-late', ...window, supplierId: late, delayDays, expeditedDelayDays: Math.ceil(delayDays / 4) },
      { kind: 'stock-loss', ...window, productIds, coverDays },
    ];
  },
});

export const warehouseFull = defineScenario({
  name: 'warehouse-full',
  title: 'An oversized delivery fills the warehouse and slows picking down',
  rootKpis: ['warehouse_capacity'],
  symptoms: ['fulfillment_time', 'inventory_turnover', 'csat'],
  cures: ['warehouse.overflow'],
  expected: { detectionDays: 1, recoveryDays: 2 },
  parameters: z.object({ volumeShare: z.coerce.number().min(0.02).max(0.6).default(0.24) }),
  disturb: (scene, { volumeShare }) => [
    { kind: 'bulk-delivery', fromDay: scene.day, untilDay: scene.day + 1, volumeShare },
  ],
});

export const staffAbsence = defineScenario({
  name: 'staff-absence',
  title: 'Many pickers are ill and orders pile up',
  rootKpis: ['fulfillment_time'],
  symptoms: ['csat', 'conversion_rate', 'response_time'],
  cures: ['warehouse.extra-shift'],
  expected: { detectionDays: 7, recoveryDays: 8 },
  parameters: z.object({
    share: z.coerce.number().min(0.1).max(0.95).default(0.65),
    days: z.coerce.number().int().min(2).max(60).default(21),
  }),
  disturb: (scene, { share, days }) => [
    { kind: 'staff-absence', fromDay: scene.day, untilDay: scene.day + days, share },
  ],
});

export const carrierFailure = defineScenario({
  name: 'carrier-failure',
  title: 'A carrier leaves parcels lying for days',
  rootKpis: ['csat'],
  symptoms: ['return_rate', 'ltv', 'conversion_rate'],
  cures: ['warehouse.carrier-weights'],
  expected: { detectionDays: 26, recoveryDays: 35 },
  parameters: z.object({
    carrier: z.coerce.number().int().min(1).max(3).default(1),
    extraDays: z.coerce.number().min(1).max(20).default(11),
    days: z.coerce.number().int().min(2).max(60).default(30),
  }),
  disturb: (scene, { carrier, extraDays, days }) => [
    { kind: 'carrier-failure', fromDay: scene.day, untilDay: scene.day + days, carrierId: carrier, extraDays },
  ],
});

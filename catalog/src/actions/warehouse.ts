import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { asHumanTask, viaBackOffice } from './defaults.ts';
import { days, money, rowId, title } from './params.ts';

const readBack = { method: 'GET', path: '/warehouse' } as const;

export const warehouseActions = {
  'warehouse.extra-shift': {
    ...viaBackOffice,
    id: 'warehouse.extra-shift',
    title: 'Add staff to warehouse shifts',
    agents: ['ia-logistics', 'ia-hr'],
    kpis: ['fulfillment_time', 'shipping_accuracy', 'csat'],
    system: 'warehouse',
    call: {
      method: 'POST',
      path: '/warehouse/shifts',
      body: { warehouseId: '{warehouseId}', extraStaff: '{extraStaff}', days: '{days}' },
    },
    readBack,
    baseRisk: 15,
    reversible: 'no',
    compensation: null,
    postcheck: { kind: 'receipt' },
    lagDays: 1,
    windowDays: 7,
    blast: { metric: 'cost of extra shifts', max: 15_000, unit: 'amount', paramPath: 'cost', measure: 'value' },
    amountParam: 'cost',
    cooldownDays: 3,
    params: z.strictObject({ warehouseId: rowId, extraStaff: z.number().int().min(1).max(20), days, cost: money }),
  },
  'warehouse.carrier-weights': {
    ...viaBackOffice,
    id: 'warehouse.carrier-weights',
    title: 'Change the share of parcels per carrier',
    agents: ['ia-logistics', 'ia-international'],
    kpis: ['fulfillment_time', 'shipping_accuracy', 'csat'],
    system: 'warehouse',
    call: { method: 'POST', path: '/warehouse/carrier-weights' },
    readBack,
    baseRisk: 30,
    reversible: 'yes',
    compensation: 'warehouse.carrier-weights',
    compensationParams: { weights: '{result.previous}' },
    postcheck: { kind: 'receipt' },
    lagDays: 2,
    windowDays: 14,
    blast: {
      metric: 'largest share of one carrier',
      max: 0.9,
      unit: 'share',
      paramPath: 'weights.share',
      measure: 'max',
    },
    amountParam: null,
    cooldownDays: 7,
    params: z.strictObject({
      weights: z
        .array(z.strictObject({ carrierId: rowId, share: z.number().min(0).max(1) }))
        .min(1)
        .max(20),
    }),
  },
  'warehouse.overflow': {
    ...viaBackOffice,
    id: 'warehouse.overflow',
    title: 'Rent external storage for a while',
    agents: ['ia-logistics'],
    kpis: ['warehouse_capacity', 'fulfillment_time'],
    system: 'warehouse',
    call: {
      method: 'POST',
      path: '/warehouse/overflow',
      body: { warehouseId: '{warehouseId}', volumeM3: '{volumeM3}', days: '{days}' },
    },
    readBack,
    baseRisk: 18,
    reversible: 'no',
    compensation: null,
    postcheck: { kind: 'receipt' },
    lagDays: 1,
    windowDays: 7,
    blast: { metric: 'cost of storage', max: 20_000, unit: 'amount', paramPath: 'cost', measure: 'value' },
    amountParam: 'cost',
    cooldownDays: 7,
    params: z.strictObject({ warehouseId: rowId, volumeM3: z.number().positive().max(5_000), days, cost: money }),
  },
  'warehouse.stock-transfer': {
    ...asHumanTask,
    id: 'warehouse.stock-transfer',
    title: 'Move stock between warehouses',
    agents: ['ia-logistics', 'stock-forecaster'],
    kpis: ['stock_rupture', 'fulfillment_time', 'warehouse_capacity'],
    baseRisk: 20,
    lagDays: 2,
    windowDays: 7,
    blast: { metric: 'units moved', max: 2_000, unit: 'units', paramPath: 'lines.quantity', measure: 'sum' },
    cooldownDays: 2,
    params: z.strictObject({
      title,
      fromWarehouseId: rowId,
      toWarehouseId: rowId,
      lines: z
        .array(z.strictObject({ productId: rowId, quantity: z.number().int().positive() }))
        .min(1)
        .max(60),
    }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

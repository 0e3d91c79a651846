import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { viaBackOffice } from './defaults.ts';
import { money, rowId } from './params.ts';

export const erpActions = {
  'erp.purchase-order': {
    ...viaBackOffice,
    id: 'erp.purchase-order',
    title: 'Order stock from a supplier',
    agents: ['ia-supply-chain', 'stock-forecaster'],
    kpis: ['stock_rupture', 'inventory_turnover', 'conversion_rate'],
    system: 'erp',
    call: {
      method: 'POST',
      path: '/erp/purchase-orders',
      body: { supplierId: '{supplierId}', warehouseId: '{warehouseId}', expedited: '{expedited}', lines: '{lines}' },
    },
    baseRisk: 25,
    reversible: 'compensable',
    compensation: 'erp.purchase-order-cancel',
    compensationParams: { purchaseOrderId: '{result.id}' },
    postcheck: { kind: 'receipt' },
    lagDays: 3,
    windowDays: 14,
    blast: { metric: 'order value', max: 60_000, unit: 'amount', paramPath: 'orderValue', measure: 'value' },
    amountParam: 'orderValue',
    cooldownDays: 2,
    params: z.strictObject({
      supplierId: rowId,
      warehouseId: rowId,
      expedited: z.boolean(),
      lines: z
        .array(z.strictObject({ productId: rowId, quantity: z.number().int().positive() }))
        .min(1)
        .max(60),
      orderValue: money,
    }),
  },
  'erp.purchase-order-cancel': {
    ...viaBackOffice,
    id: 'erp.purchase-order-cancel',
    title: 'Cancel a purchase order that has not arrived',
    agents: ['ia-supply-chain', 'ia-logistics', 'ia-cfo'],
    kpis: ['warehouse_capacity', 'inventory_turnover', 'burn_rate'],
    system: 'erp',
    call: { method: 'POST', path: '/erp/purchase-orders/{purchaseOrderId}/cancel', body: {} },
    readBack: { method: 'GET', path: '/erp/purchase-orders/{purchaseOrderId}' },
    baseRisk: 35,
    reversible: 'no',
    compensation: null,
    postcheck: {
      kind: 'http',
      call: { method: 'GET', path: '/erp/purchase-orders/{purchaseOrderId}' },
      field: 'status',
      equals: 'canceled',
    },
    lagDays: 1,
    windowDays: 14,
    blast: null,
    amountParam: null,
    modes: ['assisted'],
    cooldownDays: 0,
    params: z.strictObject({ purchaseOrderId: rowId }),
  },
  'erp.reorder-points': {
    ...viaBackOffice,
    id: 'erp.reorder-points',
    title: 'Change reorder points',
    agents: ['stock-forecaster', 'ia-supply-chain', 'ia-risk'],
    kpis: ['stock_rupture', 'inventory_turnover', 'warehouse_capacity'],
    system: 'erp',
    call: { method: 'POST', path: '/erp/reorder-points' },
    baseRisk: 15,
    reversible: 'yes',
    compensation: 'erp.reorder-points',
    compensationParams: { changes: '{result.previous}' },
    postcheck: { kind: 'receipt' },
    lagDays: 7,
    windowDays: 28,
    blast: { metric: 'reorder points changed', max: 60, unit: 'products', paramPath: 'changes', measure: 'count' },
    amountParam: null,
    cooldownDays: 14,
    params: z.strictObject({
      changes: z
        .array(z.strictObject({ productId: rowId, warehouseId: rowId, reorderPoint: z.number().int().nonnegative() }))
        .min(1)
        .max(60),
    }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

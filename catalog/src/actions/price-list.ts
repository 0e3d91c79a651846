import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { viaBackOffice } from './defaults.ts';
import { rowId } from './params.ts';

const changes = z
  .array(z.strictObject({ productId: rowId, newPrice: z.number().positive() }))
  .min(1)
  .max(400);

export const priceListActions = {
  'price-list.change': {
    ...viaBackOffice,
    id: 'price-list.change',
    title: 'Change prices of products',
    agents: ['pricing-bot', 'ia-cfo', 'ia-market-intel'],
    kpis: ['gross_margin', 'average_order_value', 'conversion_rate', 'catalog_coverage'],
    system: 'price-list',
    call: { method: 'POST', path: '/price-list/changes' },
    baseRisk: 35,
    reversible: 'yes',
    compensation: 'price-list.restore',
    compensationParams: { reason: 'list', changes: '{result.previous}' },
    postcheck: { kind: 'receipt' },
    lagDays: 1,
    windowDays: 14,
    blast: { metric: 'products repriced', max: 40, unit: 'products', paramPath: 'changes', measure: 'count' },
    amountParam: null,
    cooldownDays: 14,
    params: z.strictObject({
      reason: z.enum(['list', 'markdown', 'cost', 'competition', 'test']),
      changes: changes.max(40),
    }),
  },
  'price-list.restore': {
    ...viaBackOffice,
    id: 'price-list.restore',
    title: 'Put back the prices from before a change',
    agents: ['pricing-bot', 'ia-cfo'],
    kpis: ['gross_margin', 'average_order_value'],
    system: 'price-list',
    call: { method: 'POST', path: '/price-list/changes' },
    baseRisk: 25,
    reversible: 'yes',
    compensation: 'price-list.restore',
    compensationParams: { reason: 'list', changes: '{result.previous}' },
    postcheck: { kind: 'receipt' },
    lagDays: 1,
    windowDays: 14,
    blast: { metric: 'products repriced', max: 400, unit: 'products', paramPath: 'changes', measure: 'count' },
    amountParam: null,
    cooldownDays: 1,
    params: z.strictObject({ reason: z.literal('list'), changes }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

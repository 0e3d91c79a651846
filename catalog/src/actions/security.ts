import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { asHumanTask } from './defaults.ts';
import { rowId, text, title } from './params.ts';

export const securityActions = {
  'security.rotate-credential': {
    ...asHumanTask,
    id: 'security.rotate-credential',
    title: 'Replace a credential that may be known to others',
    agents: ['ia-ciso'],
    kpis: ['security_score'],
    baseRisk: 50,
    reversible: 'no',
    compensation: null,
    compensationParams: undefined,
    lagDays: 1,
    windowDays: 7,
    cooldownDays: 1,
    params: z.strictObject({ title, secretId: z.string().min(1), reason: text }),
  },
  'security.block-client': {
    ...asHumanTask,
    id: 'security.block-client',
    title: 'Limit an abusive client for a while',
    agents: ['ia-ciso', 'ia-devops'],
    kpis: ['security_score', 'backend_p95_ms', 'conversion_rate'],
    baseRisk: 35,
    lagDays: 1,
    windowDays: 3,
    blast: { metric: 'share of traffic', max: 0.05, unit: 'share', paramPath: 'shareOfTraffic', measure: 'value' },
    cooldownDays: 1,
    params: z.strictObject({
      title,
      pattern: z.string().min(1),
      shareOfTraffic: z.number().min(0).max(1),
      hours: z.number().positive(),
    }),
  },
  'security.hold-orders': {
    ...asHumanTask,
    id: 'security.hold-orders',
    title: 'Hold risky orders until somebody looked',
    agents: ['ia-risk'],
    kpis: ['gross_margin', 'payment_delay'],
    baseRisk: 40,
    lagDays: 1,
    windowDays: 14,
    blast: { metric: 'orders', max: 100, unit: 'orders', paramPath: 'orderIds', measure: 'count' },
    cooldownDays: 3,
    params: z.strictObject({ title, orderIds: z.array(rowId).min(1).max(100), reason: text }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { asHumanTask, viaBackOffice } from './defaults.ts';
import { days, money, rowId, text, title } from './params.ts';

export const helpdeskActions = {
  'helpdesk.staffing': {
    ...viaBackOffice,
    id: 'helpdesk.staffing',
    title: 'Add support agents for some days',
    agents: ['ia-support', 'ia-hr'],
    kpis: ['response_time', 'resolution_rate', 'csat'],
    system: 'helpdesk',
    call: { method: 'POST', path: '/helpdesk/staffing', body: { extraAgents: '{extraAgents}', days: '{days}' } },
    readBack: { method: 'GET', path: '/helpdesk' },
    baseRisk: 15,
    reversible: 'no',
    compensation: null,
    postcheck: { kind: 'receipt' },
    lagDays: 1,
    windowDays: 7,
    blast: { metric: 'cost of extra agents', max: 15_000, unit: 'amount', paramPath: 'cost', measure: 'value' },
    amountParam: 'cost',
    cooldownDays: 3,
    params: z.strictObject({ extraAgents: z.number().int().min(1).max(30), days, cost: money }),
  },
  'helpdesk.macro': {
    ...asHumanTask,
    id: 'helpdesk.macro',
    title: 'Prepare an answer for a frequent contact reason',
    agents: ['ia-support', 'ia-content'],
    kpis: ['response_time', 'resolution_rate'],
    baseRisk: 8,
    lagDays: 2,
    windowDays: 14,
    cooldownDays: 7,
    params: z.strictObject({
      title,
      topic: z.string().min(1),
      ticketsPerDay: z.number().nonnegative(),
      instructions: text,
    }),
  },
  'helpdesk.refund-batch': {
    ...asHumanTask,
    id: 'helpdesk.refund-batch',
    title: 'Prepare refunds for affected orders',
    agents: ['ia-support', 'ia-cfo', 'ia-legal'],
    kpis: ['csat', 'invoice_accuracy'],
    baseRisk: 45,
    lagDays: 3,
    windowDays: 28,
    blast: { metric: 'refunded amount', max: 10_000, unit: 'amount', paramPath: 'totalAmount', measure: 'value' },
    amountParam: 'totalAmount',
    cooldownDays: 7,
    params: z.strictObject({ title, orderIds: z.array(rowId).min(1).max(500), totalAmount: money, reason: text }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

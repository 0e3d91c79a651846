import { z } from 'zod';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { asHumanTask } from './defaults.ts';
import { money, rowId, text, title } from './params.ts';

export const peopleActions = {
  'people.unblock-requisition': {
    ...asHumanTask,
    id: 'people.unblock-requisition',
    title: 'Decide on open requisitions that wait too long',
    agents: ['ia-hr', 'ia-ceo'],
    kpis: ['time_to_hire'],
    baseRisk: 10,
    lagDays: 14,
    windowDays: 56,
    blast: { metric: 'requisitions', max: 20, unit: 'requisitions', paramPath: 'requisitionIds', measure: 'count' },
    cooldownDays: 14,
    params: z.strictObject({ title, requisitionIds: z.array(rowId).min(1).max(20), step: text }),
  },
  'people.stay-interviews': {
    ...asHumanTask,
    id: 'people.stay-interviews',
    title: 'Talk to a team that people leave',
    agents: ['ia-hr'],
    kpis: ['employee_retention'],
    baseRisk: 15,
    lagDays: 28,
    windowDays: 180,
    cooldownDays: 90,
    params: z.strictObject({ title, department: z.string().min(1), people: z.number().int().positive(), topic: text }),
  },
  'people.overtime-relief': {
    ...asHumanTask,
    id: 'people.overtime-relief',
    title: 'Close a gap in the shifts of a team',
    agents: ['ia-hr'],
    kpis: ['employee_retention', 'response_time', 'fulfillment_time'],
    baseRisk: 18,
    lagDays: 7,
    windowDays: 28,
    blast: { metric: 'cost', max: 15_000, unit: 'amount', paramPath: 'cost', measure: 'value' },
    amountParam: 'cost',
    cooldownDays: 14,
    params: z.strictObject({ title, team: z.string().min(1), hoursPerWeek: z.number().positive(), cost: money }),
  },
} as const satisfies Record<string, ActionTypeRecord>;

import type { z } from 'zod';
import type { AgentId } from '../agents/index.ts';
import type { ActionTypeRecord } from '../schema/action-type.ts';
import { adActions } from './ads.ts';
import { crmActions } from './crm.ts';
import { erpActions } from './erp.ts';
import { financeActions } from './finance.ts';
import { flagActions } from './flags.ts';
import { growthActions } from './growth.ts';
import { helpdeskActions } from './helpdesk.ts';
import { peopleActions } from './people.ts';
import { priceListActions } from './price-list.ts';
import { securityActions } from './security.ts';
import { techActions } from './tech.ts';
import { warehouseActions } from './warehouse.ts';
import { workActions } from './work.ts';

const records = {
  ...adActions,
  ...erpActions,
  ...priceListActions,
  ...warehouseActions,
  ...helpdeskActions,
  ...flagActions,
  ...financeActions,
  ...crmActions,
  ...techActions,
  ...securityActions,
  ...peopleActions,
  ...growthActions,
  ...workActions,
} as const;

export type ActionTypeId = keyof typeof records;

/** Every kind of action, by id; a compensation that does not exist does not compile. */
export const actionTypes: Readonly<
  Record<ActionTypeId, ActionTypeRecord & { readonly id: ActionTypeId; readonly compensation: ActionTypeId | null }>
> = records;
export const actionTypeIds = Object.keys(records) as [ActionTypeId, ...ActionTypeId[]];

/** The parameters an agent hands in for an action of type `T`. */
export type ActionParams<T extends ActionTypeId> = z.input<(typeof records)[T]['params']>;

export function isActionTypeId(id: string): id is ActionTypeId {
  return Object.hasOwn(records, id);
}

export function mayPropose(agent: AgentId, type: ActionTypeId): boolean {
  return actionTypes[type].agents.includes(agent);
}

import { randomUUID } from 'node:crypto';

import { ActionDetail, type ActionSummary } from '@ai-cos/agent-runner/contract';

import { print } from '../print.ts';
import type { RunnerApi } from './runner-api.ts';

/** A person with a token of their own. */
export type Approver = { personId: string; api: RunnerApi };

/** Lets every person who may decide approve each waiting action, until nobody is missing; answers how many were decided. */
export async function approveActions(
  actions: readonly ActionSummary[],
  approvers: readonly Approver[]
): Promise<number> {
  let decided = 0;
  for (const { id } of actions) {
    for (const { personId, api } of approvers) {
      const action = await api.get(`/actions/${id}`, ActionDetail);
      if (action.state !== 'pending_approval' || !action.approval.mayDecide) continue;
      const decision = { verdict: 'approve', digest: action.digest, idempotencyKey: randomUUID() };
      const after = await api.post(`/actions/${id}/decisions`, decision, ActionDetail);
      print(`  ${personId} approves: ${action.title}`);
      if (after.state !== 'pending_approval') decided += 1;
    }
  }
  return decided;
}

import { randomUUID } from 'node:crypto';

import { ActionDetail, type ActionSummary } from '@ai-cos/agent-runner/contract';
import { actionTypes } from '@ai-cos/catalog';

import { print } from '../print.ts';
import type { RunnerApi } from './runner-api.ts';

/** A person with a token of their own. */
export type Approver = { personId: string; api: RunnerApi };

/** Business days after which the demo wants its verdict; a step whose effect takes longer is not for today. */
const PATIENCE_DAYS = 20;

/** Lets every person who may decide vote on each waiting step, until nobody is missing. */
export async function decideActions(actions: readonly ActionSummary[], approvers: readonly Approver[]): Promise<void> {
  for (const action of actions) {
    const { verdict, reason } = judge(action);
    for (const { personId, api } of approvers) {
      const { state, digest, approval } = await api.get(`/actions/${action.id}`, ActionDetail);
      if (state !== 'pending_approval' || !approval.mayDecide) continue;
      const decision = { verdict, digest, idempotencyKey: randomUUID(), ...(reason === undefined ? {} : { reason }) };
      await api.post(`/actions/${action.id}/decisions`, decision, ActionDetail);
      print(`  ${personId} ${verdict === 'approve' ? 'approves' : 'rejects'}: ${action.title}`);
    }
  }
}

/** Hands back the tasks for people: nobody works in a simulated company, and the verdict must not wait for them. */
export async function handBackTasks(tasks: readonly ActionSummary[], { personId, api }: Approver): Promise<void> {
  for (const { id, title } of tasks) {
    const answer = { answer: 'not_done', note: 'Nobody works in the simulated company.', idempotencyKey: randomUUID() };
    await api.post(`/actions/${id}/task`, answer, ActionDetail);
    print(`  ${personId} answers "not done" (nobody works in a simulated company): ${title}`);
  }
}

function judge({ type }: ActionSummary): { verdict: 'approve' | 'reject'; reason?: string } {
  const known = Object.entries(actionTypes).find(([id]) => id === type)?.[1];
  const days = known === undefined ? 0 : known.lagDays + known.windowDays;
  if (days <= PATIENCE_DAYS) return { verdict: 'approve' };
  return {
    verdict: 'reject',
    reason: `Its effect shows after ${days} business days; this demo waits ${PATIENCE_DAYS}.`,
  };
}

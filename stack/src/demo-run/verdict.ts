import { Plan, type ActionState, type ActionSummary } from '@ai-cos/agent-runner/contract';

import { poll } from './poll.ts';
import type { RunnerApi } from './runner-api.ts';

const EXECUTED: readonly ActionState[] = ['succeeded', 'verified', 'ineffective', 'harmful', 'unverifiable'];
const MOVING: readonly ActionState[] = ['proposed', 'approved', 'executing'];

export function executedActions(plan: Plan): ActionSummary[] {
  return plan.actions.filter((action) => EXECUTED.includes(action.state));
}

/** Steps that a machine still works on; a task waits for somebody to do it, and nobody works in a simulated company. */
function isMoving({ connector, state }: ActionSummary): boolean {
  return MOVING.includes(state) && connector !== 'human-task';
}

/** Approved tasks that wait for a person. */
export function openTasks(plan: Plan): ActionSummary[] {
  return plan.actions.filter(({ connector, state }) => connector === 'human-task' && MOVING.includes(state));
}

type WaitOptions = { api: RunnerApi; planId: string; timeoutMs: number; abort: AbortSignal };

/** Waits until no approved action is still on its way to the company's systems. */
export function waitForExecution({ api, planId, timeoutMs, abort }: WaitOptions): Promise<Plan> {
  return poll({
    what: 'the approved actions to be executed',
    timeoutMs,
    abort,
    ask: async () => {
      const plan = await api.get(`/plans/${planId}`, Plan);
      return !plan.actions.some(isMoving) && executedActions(plan).length > 0 ? plan : undefined;
    },
  });
}

/** Waits until the plan has its verdict and every executed action its own. */
export function waitForVerdict({ api, planId, timeoutMs, abort }: WaitOptions): Promise<Plan> {
  return poll({
    what: 'the verdict on the plan',
    timeoutMs,
    abort,
    ask: async () => {
      const plan = await api.get(`/plans/${planId}`, Plan);
      const open = plan.actions.some((action) => action.state === 'succeeded' || isMoving(action));
      return !open && plan.outcomes.length > 0 ? plan : undefined;
    },
  });
}

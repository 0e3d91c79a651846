import { Plan, type ActionState } from '@ai-cos/agent-runner/contract';

import { poll } from './poll.ts';
import type { RunnerApi } from './runner-api.ts';

const EXECUTED: readonly ActionState[] = ['succeeded', 'verified', 'ineffective', 'harmful', 'unverifiable'];
const MOVING: readonly ActionState[] = ['proposed', 'approved', 'executing'];

export function executedActions(plan: Plan): Plan['actions'] {
  return plan.actions.filter((action) => EXECUTED.includes(action.state));
}

type WaitOptions = { api: RunnerApi; planId: string; timeoutMs: number; abort: AbortSignal };

/** Waits until no approved action is still on its way. */
export function waitForExecution({ api, planId, timeoutMs, abort }: WaitOptions): Promise<Plan> {
  return poll({
    what: 'the approved actions to be executed',
    timeoutMs,
    abort,
    ask: async () => {
      const plan = await api.get(`/plans/${planId}`, Plan);
      const waiting = plan.actions.some((action) => MOVING.includes(action.state));
      return !waiting && executedActions(plan).length > 0 ? plan : undefined;
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
      const open = plan.actions.some((action) => action.state === 'succeeded' || MOVING.includes(action.state));
      return !open && plan.outcomes.length > 0 ? plan : undefined;
    },
  });
}

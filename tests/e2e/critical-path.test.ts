import { beforeAll, describe, expect, it } from 'vitest';
import { personToken } from './stack/person-token.ts';
import { runnerClient, type RunnerClient } from './stack/runner-client.ts';
import { childPid, sharedStack } from './stack/shared-stack.ts';
import type { StackProcess } from './stack/stack-process.ts';
import { until } from './stack/until.ts';
import { alertOf, sendAlerts } from './stack/webhook.ts';

let stack: ReturnType<typeof sharedStack>;
let approver: RunnerClient;
beforeAll(async () => {
  stack = sharedStack();
  approver = runnerClient(stack.urls.runner, await personToken(stack as StackProcess, 'admin'));
});

/** A stopped process answers nothing but keeps its sockets: worse than a dead one. */
async function whileStopped(name: string, work: () => Promise<void>): Promise<void> {
  const pid = childPid(stack, name);
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** Webhook to effect: the alert is taken in, a plan is made, one of its actions is approved and carried out. */
async function decidedAndDone(store: string): Promise<void> {
  const startsAt = '2026-01-01T00:00:00Z';
  const answer = await sendAlerts(stack, [alertOf({ kpi: 'stock_rupture', startsAt, store })]);
  expect(answer.status).toBe(200);
  const simulated = await approver.post('/events/simulate', {
    type: 'STOCK_ALERT',
    sourceAgentId: 'stock-forecaster',
    data: { productId: '123', stockLevel: 3 },
  });
  const eventId = (simulated.body as { id: string }).id;
  const planId = await until('a plan', 20_000, async () => {
    const events = await approver.events('type=STOCK_ALERT&status=completed&limit=20');
    return events.find(({ id }) => id === eventId)?.planId ?? undefined;
  });
  const action = (await approver.plan(planId)).actions.find(
    ({ state, riskTier, dependsOn }) =>
      state === 'pending_approval' && dependsOn.length === 0 && (riskTier === 'low' || riskTier === 'medium')
  );
  if (action === undefined) throw new Error('the plan has no action that one person may approve');
  expect((await approver.decide(action.id, 'approve')).status).toBe(200);
  const done = await until('the effect', 20_000, async () => {
    const { state, task, receipt } = await approver.action(action.id);
    return state === 'succeeded' || task !== null ? { task, receipt } : undefined;
  });
  // A call to the back office leaves a receipt, work for a person a task.
  expect(done.receipt ?? done.task).not.toBeNull();
}

describe('the critical path', () => {
  it.each(['redis', 'prometheus', 'alertmanager', 'console'])('goes on while %s does not answer', async (name) => {
    await whileStopped(name, () => decidedAndDone(name));
  });
});

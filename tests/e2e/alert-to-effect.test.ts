import type { Plan } from '@ai-cos/agent-runner/contract';
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

/** The plan of a fresh drill about one product. */
async function planOfDrill(productId: string): Promise<Plan> {
  const posted = await approver.post('/events/simulate', {
    type: 'STOCK_ALERT',
    sourceAgentId: 'stock-forecaster',
    data: { productId, stockLevel: 1 },
  });
  const { id } = posted.body as { id: string };
  const planId = await until('a plan', 20_000, async () => {
    const events = await approver.events('type=STOCK_ALERT&status=completed&limit=50');
    return events.find((event) => event.id === id)?.planId ?? undefined;
  });
  return approver.plan(planId);
}

/** Takes an alert in, makes a plan, and carries out an action that waited for its decision. */
async function decidedAndDone(store: string, actionId: string): Promise<void> {
  const alert = alertOf({ kpi: 'stock_rupture', startsAt: '2026-01-01T00:00:00Z', store });
  expect((await sendAlerts(stack, [alert])).status).toBe(200);
  expect((await planOfDrill('123')).findings.length).toBeGreaterThan(0);
  expect((await approver.decide(actionId, 'approve')).status).toBe(200);
  const done = await until('the effect', 20_000, async () => {
    const { state, task, receipt } = await approver.action(actionId);
    return state === 'succeeded' || task !== null ? { task, receipt } : undefined;
  });
  // A call to the back office leaves a receipt, work for a person a task.
  expect(done.receipt ?? done.task).not.toBeNull();
}

describe('the founding end-to-end test', () => {
  it('coordinates several agents into a response to a stock alert within five seconds', async () => {
    const client = runnerClient(sharedStack().urls.runner);

    const posted = await client.post('/events/simulate', {
      type: 'STOCK_ALERT',
      sourceAgentId: 'stock-forecaster',
      data: { productId: '123', stockLevel: 3 },
    });
    const id = (posted.body as { id: string }).id;
    const event = await until('the coordination event', 5_000, async () =>
      (await client.events('type=STOCK_ALERT&status=completed')).find((candidate) => candidate.id === id)
    );

    expect(posted.status).toBeLessThan(300);
    expect(event.actionTriggered).toBeGreaterThanOrEqual(3);
    expect(event.planId).not.toBeNull();
  });

  it('lets at least logistics, supply chain and marketing speak', async () => {
    const client = runnerClient(sharedStack().urls.runner);

    const [event] = await client.events('type=STOCK_ALERT&status=completed');

    expect(event?.targetAgentIds).toEqual(expect.arrayContaining(['ia-logistics', 'ia-supply-chain', 'ia-cmo']));
  });
});

describe('the critical path', () => {
  const parts = ['redis', 'prometheus', 'alertmanager', 'console'];
  const waiting: string[] = [];
  // Drills do not block one another, what was carried out does: all actions are asked for before the first runs.
  beforeAll(async () => {
    for (const part of parts) {
      const action = (await planOfDrill('123')).actions.find(
        ({ state, riskTier, dependsOn }) =>
          state === 'pending_approval' && dependsOn.length === 0 && (riskTier === 'low' || riskTier === 'medium')
      );
      if (action === undefined) throw new Error(`no action one person may approve is left for ${part}`);
      waiting.push(action.id);
    }
  });

  it.each(parts.map((part, index) => [part, index] as const))(
    'goes on while %s does not answer',
    async (part, index) => {
      await whileStopped(part, () => decidedAndDone(part, waiting[index] ?? ''));
    }
  );
});

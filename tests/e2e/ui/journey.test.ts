import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runnerClient } from '../stack/runner-client.ts';
import { sharedStack } from '../stack/shared-stack.ts';
import { until } from '../stack/until.ts';
import { launchBrowser } from './browser.ts';
import { visit } from './visitor.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const planTimeoutMs = 20_000;
const effectTimeoutMs = 60_000;

/** An action of a real plan that one person of Business may decide alone. */
async function decidableAction(runnerUrl: string): Promise<ActionSummary> {
  const client = runnerClient(runnerUrl);
  await client.post('/events/simulate', {
    type: 'STOCK_ALERT',
    sourceAgentId: 'stock-forecaster',
    data: { productId: '123', stockLevel: 3 },
  });
  return until('an action that one person may decide', planTimeoutMs, async () => {
    const events = await client.events('type=STOCK_ALERT&status=completed');
    const plans = await Promise.all(events.flatMap(({ planId }) => (planId === null ? [] : [client.plan(planId)])));
    return plans
      .flatMap(({ actions }) => actions)
      .find(
        ({ state, pole, approval, dependsOn, connector }) =>
          state === 'pending_approval' &&
          pole === 'business' &&
          approval.quorum === 1 &&
          dependsOn.length === 0 &&
          connector !== 'human-task'
      );
  });
}

describe('from an event to its effect, in the browser and on the running installation', () => {
  it('shows the plan, takes the decision of an approver alone and shows what was done', async () => {
    const { urls } = sharedStack();
    const action = await decidableAction(urls.runner);
    const path = `/a/aicos-app/actions/${action.id}`;
    const viewer = await visit(browser, { base: urls.ui, persona: 'viewer' });
    const approver = await visit(browser, { base: urls.ui, persona: 'approver-a' });

    await viewer.open(path);
    const refused = viewer.page.getByRole('button', { name: 'Approve', exact: true });
    await refused.waitFor();
    expect(await refused.getAttribute('aria-disabled')).toBe('true');

    await approver.open(`/a/aicos-app/coordination/${action.eventId ?? ''}`);
    await approver.page.getByTestId('plan-graph').getByText(action.title).waitFor();
    await approver.open(path);
    await approver.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await approver.page.getByRole('button', { name: 'Approve now' }).click();
    await approver.page.getByText('What was done', { exact: true }).waitFor({ timeout: effectTimeoutMs });

    expect((await runnerClient(urls.runner).action(action.id)).receipt).not.toBeNull();
    expect([...viewer.problems, ...approver.problems]).toEqual([]);
    await Promise.all([viewer.close(), approver.close()]);
  });

  it('has its health, agents, squads and people', async () => {
    const { urls } = sharedStack();
    const admin = await visit(browser, { base: urls.ui, persona: 'admin' });

    const pages: ReadonlyArray<[string, string | RegExp]> = [
      ['/a/aicos-app/health', 'Cart abandonment'],
      ['/a/aicos-app/agents', /^Stock/],
      ['/a/aicos-app/squads', 'Operations excellence'],
      ['/a/aicos-app/settings', 'Bea Approver (simulated)'],
      ['/a/aicos-app/runbooks/AicosCartAbandonmentOffTarget', 'Runbook'],
    ];
    for (const [path, text] of pages) {
      await admin.open(path);
      await admin.page.getByText(text).first().waitFor();
    }

    expect(admin.problems).toEqual([]);
    await admin.close();
  });
});

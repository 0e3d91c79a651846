import { describe, expect, it } from 'vitest';
import { sharedStack } from './stack/shared-stack.ts';
import { runnerClient } from './stack/runner-client.ts';
import { until } from './stack/until.ts';

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoordinationEvent } from '../src/contract/index.ts';
import { fixedExporters } from './_harness/exporters.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startRunner({ workers: true, overrides: { exporters: fixedExporters() } });
});
afterAll(async () => {
  await runner.close();
});

async function completed(): Promise<CoordinationEvent[]> {
  const response = await runner.call('GET', '/api/ai-cos/coordination/events?type=STOCK_ALERT&status=completed');
  return (await response.json()) as CoordinationEvent[];
}

describe('the founding end-to-end case', () => {
  it('coordinates a simulated stock alert and counts its actions under both spellings', async () => {
    const posted = await runner.call('POST', '/api/ai-cos/events/simulate', {
      body: { type: 'STOCK_ALERT', sourceAgentId: 'stock-forecaster', data: { productId: '123', stockLevel: 3 } },
    });

    await expect.poll(completed, { timeout: 5_000, interval: 50 }).not.toHaveLength(0);
    const [event] = await completed();
    expect(posted.status).toBe(202);
    expect(event?.planId).not.toBeNull();
    expect(event?.actionsTriggered).toBe(event?.actionTriggered);
    expect(event?.eventData).toMatchObject({ productId: '123', stockLevel: 3 });
  });
});

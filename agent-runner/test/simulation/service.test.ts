import { afterAll, describe, expect, it } from 'vitest';
import { SimulationRequest } from '../../src/contract/simulations.ts';
import { SimulationCancelled, createSimulationService } from '../../src/simulation/service/simulation-service.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { SimulationRefused } from '../../src/simulation/validation/refusal.ts';
import { smallHistory } from '../_harness/small-history.ts';

const service = createSimulationService();
const history = smallHistory();
afterAll(() => service.close());

function requestFor(inputParams: Record<string, unknown>, settings: Record<string, unknown> = {}): SimulationRequest {
  return SimulationRequest.parse({
    scenarioName: 'test',
    levers: [{ scenarioType: 'pricing', inputParams }],
    horizonDays: 20,
    draws: 128,
    seed: 4,
    ...settings,
  });
}

describe('simulation service', { timeout: 60_000 }, () => {
  it('gives the bytes of a run in the same thread, and reports progress', async () => {
    const request = requestFor({ changePercent: 6 });
    const shares: number[] = [];
    const result = await service.run(
      'simulate',
      { request, history: { kind: 'given', history } },
      { onProgress: (share) => shares.push(share) }
    );
    expect(JSON.stringify(result)).toBe(JSON.stringify(simulate({ request, history })));
    expect(shares.length).toBeGreaterThan(2);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('stops a run whose caller has lost interest, and works on afterwards', async () => {
    const controller = new AbortController();
    const request = requestFor({ changePercent: 6 }, { horizonDays: 180, draws: 4096 });
    const running = service.run(
      'simulate',
      { request, history: { kind: 'given', history } },
      { signal: controller.signal, onProgress: () => controller.abort() }
    );
    await expect(running).rejects.toThrow(SimulationCancelled);
    const next = await service.run('simulate', {
      request: requestFor({ changePercent: 1 }),
      history: { kind: 'given', history },
    });
    expect(next.kpis.length).toBeGreaterThan(0);
  });

  it('hands back the reasons of a refusal', async () => {
    const request = requestFor({ changePercent: 6, productIds: [999] });
    const refused = await service
      .run('simulate', { request, history: { kind: 'given', history } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SimulationRefused);
    expect((refused as SimulationRefused).fields[0]?.field).toBe('levers.0.inputParams.productIds');
  });

  it('forecasts series beside the main thread', async () => {
    const values = Float64Array.from({ length: 100 }, (_, day) => 10 + (day % 7));
    const [answer] = await service.run('forecast', { series: [{ id: 'orders', values, horizon: 7, periods: [7] }] });
    expect(answer?.p50.length).toBe(7);
    expect(answer?.unreliable).toEqual([]);
  });
});

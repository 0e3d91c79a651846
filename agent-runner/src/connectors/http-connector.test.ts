import type { ActionTypeRecord } from '@ai-cos/catalog';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EffectRequest } from './connector.ts';
import { createHttpConnector, type HttpConnector } from './http-connector.ts';

const type = {
  id: 'erp.purchase-order',
  version: 1,
  title: 'Order stock',
  agents: ['ia-supply-chain'],
  kpis: ['stock_rupture'],
  connector: 'http',
  system: 'erp',
  call: { method: 'POST', path: '/erp/purchase-orders' },
  readBack: { method: 'GET', path: '/erp/stock/{productId}' },
  baseRisk: 20,
  reversible: 'compensable',
  compensation: null,
  precheck: null,
  postcheck: { kind: 'receipt' },
  lagDays: 2,
  windowDays: 7,
  blast: null,
  amountParam: null,
  idempotency: { targetHonoursKey: true, queryByKey: true },
  dryRun: 'simulated',
  modes: ['assisted'],
  expiresInMinutes: 60,
  cooldownDays: 1,
  ratePerHour: 10,
  params: z.strictObject({ productId: z.number(), quantity: z.number() }),
} satisfies ActionTypeRecord;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function target(listener: RequestListener): Promise<{ connector: HttpConnector; origin: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const connector = createHttpConnector({
    targets: new Map([['erp', { baseUrl: origin, token: 'secret' }]]),
    egress: { allowedOrigins: [origin], internalOrigins: [origin] },
  });
  return { connector, origin };
}

function effect(timeoutMs = 2_000): EffectRequest {
  return {
    actionId: 'a1',
    type,
    parameters: { productId: 123, quantity: 40 },
    title: '',
    description: '',
    key: 'key-1',
    signal: AbortSignal.timeout(timeoutMs),
  };
}

describe('the HTTP connector', () => {
  it('sends key, token and parameters, and returns the reference', async () => {
    const seen: unknown[] = [];
    const { connector } = await target((request, response) => {
      seen.push(request.headers['idempotency-key'], request.headers.authorization);
      response.end('{"reference":"PO-7","status":"applied"}');
    });
    expect(await connector.call(effect())).toMatchObject({ kind: 'done', reference: 'PO-7' });
    expect(seen).toEqual(['key-1', 'Bearer secret']);
  });

  it('finds by key what was applied although the answer never came', async () => {
    const applied = new Map<string, unknown>();
    const { connector } = await target((request, response) => {
      if (request.method === 'POST') {
        applied.set(String(request.headers['idempotency-key']), { reference: 'PO-8' });
        return;
      }
      const known = applied.get('key-1');
      response.statusCode = known === undefined ? 404 : 200;
      response.end(JSON.stringify({ status: 200, response: known }));
    });
    expect((await connector.call(effect(150))).kind).toBe('unclear');
    expect(await connector.lookup(effect())).toMatchObject({ kind: 'applied', reference: 'PO-8' });
  });

  it.each([
    [429, { 'retry-after': '3' }, '', { kind: 'retry', afterMs: 3_000 }],
    [503, {}, '', { kind: 'retry' }],
    [500, {}, 'oops', { kind: 'unclear' }],
    [422, {}, '{"code":"unknown_supplier"}', { kind: 'refused' }],
    [302, { location: 'http://169.254.169.254/' }, '', { kind: 'refused' }],
    [200, {}, 'not json', { kind: 'unclear' }],
  ])('classifies an answer of %i', async (status, headers, body, expected) => {
    const { connector } = await target((_, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    expect(await connector.call(effect())).toMatchObject(expected);
  });

  it('says an effect was not sent when nobody listens', async () => {
    const { connector } = await target(() => undefined);
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    expect((await connector.call(effect())).kind).toBe('retry');
  });

  it('asks nobody outside the egress list', async () => {
    const connector = createHttpConnector({
      targets: new Map([['erp', { baseUrl: 'http://169.254.169.254', token: 'secret' }]]),
      egress: { allowedOrigins: [], internalOrigins: [] },
    });
    expect(await connector.call(effect())).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('egress list') as string,
    });
  });
});

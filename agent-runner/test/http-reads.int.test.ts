import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../src/contract/operations.ts';
import { fixedExporters } from './_harness/exporters.ts';
import { insertProposal } from './_harness/proposals.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

let runner: TestRunner;
let adminToken: string;
beforeAll(async () => {
  runner = await startRunner({ overrides: { exporters: fixedExporters() } });
  adminToken = await runner.tokenOf('admin');
  await insertProposal(runner.context.pool);
});
afterAll(async () => {
  await runner.close();
});

/** Names put into path parameters of routes that read by a known name. */
const KNOWN: Record<string, string> = { '/kpis/{id}': 'cac', '/agents/{id}': 'ia-cmo', '/squads/{id}': 'performance' };
const readable = operations.filter(
  ({ method, path, mediaType }) =>
    method === 'get' &&
    mediaType === undefined &&
    path !== '/simulations' &&
    (!path.includes('{') || path in KNOWN || path === '/kpis/{id}/history')
);

/** Status of a GET whose target is sent as it is: fetch would tidy it up. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ port: runner.server.port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

describe('reading routes', () => {
  it.each(readable.map((operation) => [operation.path, operation] as const))(
    'GET %s answers what the contract says',
    async (path, { response: schema }) => {
      const url = `/api/ai-cos${path.replace('{id}', KNOWN[path] ?? 'cac')}`;

      const response = await runner.call('GET', url, { token: adminToken });

      expect(response.status).toBe(200);
      expect(schema.safeParse(await response.json()).error).toBeUndefined();
    }
  );

  it('answers 503 for simulations where no engine is composed in', async () => {
    const response = await runner.call('GET', '/api/ai-cos/simulations', { token: adminToken });

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'simulation_not_available' });
  });

  it('describes every route in the OpenAPI document', async () => {
    const document = (await (await runner.call('GET', '/api/ai-cos/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };

    expect(Object.keys(document.paths)).toHaveLength(new Set(operations.map(({ path }) => path)).size);
  });

  it('lists pages through the Link header without losing or repeating an action', async () => {
    for (let made = 0; made < 4; made += 1) await insertProposal(runner.context.pool);
    const seen: string[] = [];
    let next: string | undefined = '/api/ai-cos/actions?limit=2';

    while (next !== undefined) {
      const response: Response = await runner.call('GET', next, { token: adminToken });
      seen.push(...((await response.json()) as { id: string }[]).map(({ id }) => id));
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }

    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('hides restricted KPIs from people outside their pole', async () => {
    const token = await runner.tokenOf('approver-a');
    const mine = (await (await runner.call('GET', '/api/ai-cos/kpis', { token })).json()) as { id: string }[];
    const all = (await (await runner.call('GET', '/api/ai-cos/kpis', { token: adminToken })).json()) as {
      id: string;
    }[];

    expect(all).toHaveLength(40);
    expect(mine.map(({ id }) => id)).not.toContain('burn_rate');
    expect((await runner.call('GET', '/api/ai-cos/kpis/burn_rate', { token })).status).toBe(404);
  });

  it('refuses paths that another hop may read differently', async () => {
    for (const path of ['/api/ai-cos/%2e%2e/metrics', '/api/ai-cos//actions', '/api/ai-cos/agents/%2Fx']) {
      expect(await rawStatus(path), path).toBe(400);
    }
  });
});

import { createLogger, listen, type HttpServer } from '@ai-cos/service-kit';
import { Registry } from 'prom-client';
import { createApp } from '../../src/service/app.ts';
import { openLiveWorld, type LiveWorld } from '../../src/world/live-world.ts';
import { openCompany, poolFor, type CompanyDatabase } from './company-database.ts';

export interface TestOffice extends AsyncDisposable {
  company: CompanyDatabase;
  world: LiveWorld;
  get: (path: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  post: (
    path: string,
    body: object,
    key?: string
  ) => Promise<{ status: number; replayed: boolean; body: Record<string, unknown> }>;
  url: string;
}

export const token = 'test-token';

/** The back office of a small seeded company; days pass only when a test writes them. */
export async function openOffice(): Promise<TestOffice> {
  const company = await openCompany('seeded');
  const reads = poolFor(company.database.url('company_owner'));
  const world = await openLiveWorld(company.pool);
  const log = createLogger('demo-test', 'silent');
  const app = createApp({ pool: company.pool, reads, world: () => world, registry: new Registry(), token, log });
  const server: HttpServer = await listen({ app, port: 0 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let calls = 0;
  return {
    company,
    world,
    url: server.url,
    async get(path) {
      const response = await fetch(server.url + path, { headers });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async post(path, body, key = `test-key-${String((calls += 1))}`) {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      return {
        status: response.status,
        replayed: response.headers.get('idempotency-replayed') === 'true',
        body: (await response.json()) as Record<string, unknown>,
      };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await reads.end();
      await company[Symbol.asyncDispose]();
    },
  };
}

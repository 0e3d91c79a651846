import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, createPool, listen, type Service } from '@ai-cos/service-kit';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoService } from '../src/service/demo-service.ts';
import { openCompany, type CompanyDatabase } from './_harness/company-database.ts';

let company: CompanyDatabase;
let folder: string;
let service: Service;
let url: string;

async function freePort(): Promise<number> {
  const server = await listen({ app: express(), port: 0 });
  await server.close();
  return server.port;
}

/** Asks until the answer is wanted; the test's own time limit ends it otherwise. */
async function until(path: string, isWanted: (status: number, text: string) => boolean): Promise<string> {
  for (;;) {
    const response = await fetch(url + path, { headers: { authorization: 'Bearer secret-of-the-test' } });
    const text = await response.text();
    if (isWanted(response.status, text)) return text;
    await sleep(50);
  }
}

beforeAll(async () => {
  company = await openCompany('empty');
  folder = await mkdtemp(join(tmpdir(), 'demo-service-'));
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, 'secret-of-the-test\n');
  const port = await freePort();
  url = `http://127.0.0.1:${String(port)}`;
  service = await startDemoService(
    {
      AICOS_DEMO_DATABASE_URL: company.database.url('company_owner'),
      AICOS_DAY_SECONDS: 0.2,
      AICOS_DEMO_SCALE: 0.1,
      AICOS_DEMO_SEED: 4,
      AICOS_DEMO_START: '2026-03-02',
      AICOS_DEMO_MONTHS: 2,
      AICOS_BACKOFFICE_PORT: port,
      AICOS_BACKOFFICE_TOKEN_FILE: tokenFile,
      AICOS_BIND: '127.0.0.1',
      AICOS_LOG_LEVEL: 'error',
    },
    createLogger('demo-service-test', 'silent')
  );
});
afterAll(async () => {
  await service.close();
  await company[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test(
  'answers while the history is written, then lives day after day and stops cleanly',
  { timeout: 60_000 },
  async () => {
    await until('/healthz', (status) => status === 200);
    await until('/readyz', (status) => status === 200);

    const first = JSON.parse(await until('/clock', (status) => status === 200)) as { now: string };
    await until('/clock', (_status, text) => (JSON.parse(text) as { now: string }).now > first.now.slice(0, 10) + 'U');

    const metrics = await until('/metrics', (_status, text) => text.includes('http_request_duration_seconds_bucket'));
    expect(metrics).toMatch(/http_request_duration_seconds_count\{service="checkout"\}/);

    const pool = createPool({
      url: company.database.url('company_reader'),
      applicationName: 'demo-service-test',
      onError: (error) => createLogger('t').error(error),
    });
    const { rows } = await pool.query<{ ahead: boolean }>(
      `SELECT max(o.created_at) > (SELECT max(loaded_through) FROM shop.source_feeds) AS ahead FROM shop.orders o`
    );
    await pool.end();
    expect(rows).toEqual([{ ahead: false }]);
  }
);

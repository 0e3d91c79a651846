import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEvents } from '../src/views/event-view.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

const active: unknown[] = [];
let alertmanager: Server;
let runner: TestRunner;
beforeAll(async () => {
  alertmanager = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(active));
  });
  await new Promise<void>((resolve) => alertmanager.listen(0, '127.0.0.1', resolve));
  const { port } = alertmanager.address() as AddressInfo;
  runner = await startRunner({
    config: { alertmanagerUrls: [`http://127.0.0.1:${String(port)}`] },
    overrides: { dispatcher: recordedDispatcher() },
  });
});
afterAll(async () => {
  await runner.close();
  alertmanager.close();
});

function activeAlert(startsAt = '2026-03-01T08:00:00Z') {
  return {
    labels: { alertname: 'AicosCacOffTarget', kpi: 'cac', severity: 'critical' },
    annotations: { summary: 'Customers cost too much' },
    startsAt,
    endsAt: '2026-03-01T09:00:00Z',
    fingerprint: 'f00',
    generatorURL: '',
    receivers: [{ name: 'ai-cos' }],
    status: { state: 'active' },
  };
}

async function reconciled() {
  await runner.context.reconciler.run();
  await runner.context.inbox.drain();
  return listEvents(runner.context.pool, { limit: 50 });
}

async function episodes(): Promise<{ status: string; reopen: number }[]> {
  const { rows } = await runner.context.pool.query<{ status: string; reopen: number }>(
    'SELECT status, reopen FROM ai_cos_episodes ORDER BY reopen'
  );
  return rows;
}

describe('the reconciler', () => {
  it('finds an active alert whose notification never arrived, once', async () => {
    active.push(activeAlert());
    const first = await reconciled();
    const second = await reconciled();

    expect(first).toHaveLength(1);
    expect(second).toHaveLength(1);
    expect(first[0]).toMatchObject({ kpiIds: ['cac'], severity: 'critical' });
  });

  it('opens a new episode for an alert that still fires although its episode ended', async () => {
    await runner.context.pool.query(`UPDATE ai_cos_episodes SET status = 'resolved', resolved_at = clock_timestamp()`);
    await reconciled();

    expect(await episodes()).toEqual([
      { status: 'resolved', reopen: 0 },
      { status: 'firing', reopen: 1 },
    ]);
  });

  it('ends an episode that every Alertmanager forgot long ago', async () => {
    active.length = 0;
    await reconciled();
    const fresh = await episodes();
    await runner.context.pool.query(
      `UPDATE ai_cos_episodes SET last_seen_at = clock_timestamp() - interval '1 hour', opened_at = clock_timestamp() - interval '1 hour'`
    );
    await reconciled();

    expect(fresh.map(({ status }) => status)).toEqual(['resolved', 'firing']);
    expect((await episodes()).map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  });
});

import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Coordination } from '../src/coordination/service.ts';
import type { CoordinationEvent } from '../src/contract/index.ts';
import { createTracing, traceIdOf } from '../src/telemetry/tracing.ts';
import { fixedExporters } from './_harness/exporters.ts';
import { insertProposal } from './_harness/proposals.ts';
import { startRunner, WEBHOOK_TOKEN, type TestRunner } from './_harness/runner.ts';

const spans = new InMemorySpanExporter();
const tracing = createTracing({ processors: [new SimpleSpanProcessor({ exporter: spans })] });
let runner: TestRunner;

/** Plans every event with one human task that carries the trace of the event. */
const coordination: Coordination = {
  async coordinate(eventId) {
    const { pool, dispatcher } = runner.context;
    const { rows } = await pool.query<{ traceContext: string }>(
      `UPDATE ai_cos_coordination_events SET status = 'completed', plan_revision = wanted_revision
        WHERE id = $1 AND status = 'pending' RETURNING trace_context AS "traceContext"`,
      [eventId]
    );
    const event = rows[0];
    if (event === undefined) return;
    await insertProposal(
      pool,
      { type: 'work.task', parameters: { title: 'Call', instructions: 'Call the supplier', dueInDays: 1 } },
      { eventId, dispatcher, traceContext: event.traceContext }
    );
  },
};

beforeAll(async () => {
  runner = await startRunner({ workers: true, overrides: { tracing, coordination, exporters: fixedExporters() } });
});
afterAll(async () => {
  await runner.close();
  await tracing.close();
});

async function readJson<T>(path: string, token?: string): Promise<T> {
  return (await (await runner.call('GET', path, token === undefined ? {} : { token })).json()) as T;
}

describe('one trace', () => {
  it('goes from the webhook through plan and decision to the effect', async () => {
    await fetch(`${runner.server.url}/api/ai-cos/webhooks/alertmanager`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${WEBHOOK_TOKEN}` },
      body: JSON.stringify({
        version: '4',
        groupKey: '{}',
        status: 'firing',
        receiver: 'ai-cos',
        alerts: [
          {
            status: 'firing',
            labels: { alertname: 'AicosCacOffTarget', kpi: 'cac', severity: 'warning' },
            annotations: {},
            startsAt: '2026-03-01T09:00:00Z',
            endsAt: '0001-01-01T00:00:00Z',
            fingerprint: 'f',
          },
        ],
      }),
    });
    const actions = () => readJson<{ id: string; digest: string }[]>('/api/ai-cos/actions');
    await expect.poll(actions, { timeout: 8_000, interval: 50 }).toHaveLength(1);
    const [action] = await actions();
    await runner.call('POST', `/api/ai-cos/actions/${action!.id}/decisions`, {
      token: await runner.tokenOf('admin'),
      body: { verdict: 'approve', digest: action!.digest, idempotencyKey: randomUUID() },
    });
    const stateOf = async () => (await readJson<{ state: string }>(`/api/ai-cos/actions/${action!.id}`)).state;
    await expect.poll(stateOf, { timeout: 8_000, interval: 50 }).toBe('executing');

    const [event] = await readJson<CoordinationEvent[]>('/api/ai-cos/coordination/events');
    const names = () =>
      spans
        .getFinishedSpans()
        .filter((span) => span.spanContext().traceId === event!.traceId)
        .map(({ name }) => name);
    await expect
      .poll(names, { timeout: 8_000, interval: 50 })
      .toEqual(expect.arrayContaining(['webhook', 'coordinate', 'execute']));
    expect(traceIdOf(null)).toBeNull();
  });
});

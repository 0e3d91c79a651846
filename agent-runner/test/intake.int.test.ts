import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginListening, blindSince } from '../src/intake/heartbeat.ts';
import { listEvents } from '../src/views/event-view.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { startRunner, WEBHOOK_TOKEN, type TestRunner } from './_harness/runner.ts';

let runner: TestRunner;
const dispatcher = recordedDispatcher();
beforeAll(async () => {
  runner = await startRunner({ overrides: { dispatcher } });
});
afterAll(async () => {
  await runner.close();
});
beforeEach(async () => {
  await runner.context.inbox.drain();
  await runner.context.pool.query(
    `UPDATE ai_cos_coordination_events SET closed_at = clock_timestamp() WHERE closed_at IS NULL`
  );
  await runner.context.pool.query(
    `UPDATE ai_cos_episodes SET status = 'resolved', resolved_at = clock_timestamp() WHERE status = 'firing'`
  );
  dispatcher.sent.length = 0;
});

interface AlertChanges {
  labels?: Record<string, string>;
  status?: 'firing' | 'resolved';
  startsAt?: string;
}

let made = 0;
/** An instant no other test uses. */
function freshStart(): string {
  made += 1;
  return new Date(Date.parse('2026-03-01T00:00:00Z') + made * 1_000).toISOString();
}

function alert({ labels = {}, status = 'firing', startsAt = freshStart() }: AlertChanges = {}) {
  return {
    status,
    labels: { alertname: 'AicosStockRuptureOffTarget', kpi: 'stock_rupture', severity: 'warning', ...labels },
    annotations: { summary: 'Too many products are out of stock' },
    startsAt,
    endsAt: status === 'resolved' ? '2026-03-02T00:00:00Z' : '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.invalid/graph',
    fingerprint: 'c0ffee',
  };
}

function envelope(alerts: unknown[], changes: Record<string, unknown> = {}) {
  return {
    version: '4',
    groupKey: '{}:{alertname="x"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'ai-cos',
    groupLabels: {},
    externalURL: 'http://alertmanager.invalid',
    notification_reason: 'a field of a later release',
    alerts,
    ...changes,
  };
}

async function post(
  body: unknown,
  { headers = {}, raw }: { headers?: Record<string, string>; raw?: NonNullable<RequestInit['body']> } = {}
) {
  const response = await fetch(`${runner.server.url}/api/ai-cos/webhooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${WEBHOOK_TOKEN}`, ...headers },
    body: raw ?? JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function processed() {
  await runner.context.inbox.drain();
  return (await listEvents(runner.context.pool, { limit: 50 })).filter(({ closedAt }) => closedAt === null);
}

async function count(sql: string, params: unknown[] = []): Promise<number> {
  const { rows } = await runner.context.pool.query<{ count: string }>(`SELECT count(*) FROM ${sql}`, params);
  return Number(rows[0]?.count);
}

describe('the webhook', () => {
  it('stores every alert before it answers and opens one event with its plan asked for', async () => {
    const answer = await post(envelope([alert()]));
    const [event, ...others] = await processed();

    expect(answer).toEqual({ status: 200, body: { accepted: 1, repeated: 0, quarantined: 0 } });
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      eventType: 'STOCK_ALERT',
      origin: 'alert',
      kpiIds: ['stock_rupture'],
      severity: 'medium',
      title: 'Too many products are out of stock',
    });
    expect(event?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(dispatcher.sent).toContainEqual({ queue: 'coordinate', id: event?.id });
  });

  it('second-route-skipped: counts repeats of replicas and routes, and opens nothing twice', async () => {
    const same = alert();
    const answers = [];
    for (const receiver of ['ai-cos', 'ai-cos-slow', 'ai-cos'])
      answers.push(await post(envelope([same], { receiver })));

    expect(answers.map(({ body }) => body['accepted'])).toEqual([1, 0, 0]);
    expect(await processed()).toHaveLength(1);
    expect(await count('ai_cos_alert_inbox WHERE starts_at = $1 AND seen_count = 3', [same.startsAt])).toBe(1);
  });

  it('joins a worse alert of the same KPI to the open event and asks for a new revision', async () => {
    await post(envelope([alert()]));
    await processed();
    await post(envelope([alert({ labels: { severity: 'critical' } })]));
    const [event, ...others] = await processed();

    expect(others).toEqual([]);
    expect(event?.severity).toBe('critical');
    expect(dispatcher.sent.filter(({ queue }) => queue === 'coordinate')).toHaveLength(2);
  });

  it('puts symptoms of one cause into one event and unrelated alarms into another', async () => {
    const of = (kpi: string) => alert({ labels: { alertname: `Alert ${kpi}`, kpi } });
    await post(envelope([of('frontend_p95_ms'), of('conversion_rate'), of('time_to_hire')]));
    const events = await processed();

    expect(events).toHaveLength(2);
    expect(events.map(({ kpiIds }) => kpiIds).sort()).toEqual([
      ['frontend_p95_ms', 'conversion_rate'],
      ['time_to_hire'],
    ]);
  });

  it('keeps the event open when an alert resolves: the KPI proves recovery', async () => {
    const firing = alert();
    await post(envelope([firing]));
    await processed();
    await post(envelope([{ ...alert({ status: 'resolved' }), startsAt: firing.startsAt }]));

    expect(await processed()).toHaveLength(1);
    expect(await count(`ai_cos_episodes WHERE starts_at = $1 AND status = 'resolved'`, [firing.startsAt])).toBe(1);
  });

  it('opens nothing for a firing notice that comes after its resolved one', async () => {
    const startsAt = freshStart();
    await post(envelope([alert({ status: 'resolved', startsAt })]));
    await processed();
    await post(envelope([alert({ startsAt })]));

    expect(await processed()).toEqual([]);
  });

  it('joins an alert whose start moved to the episode that fires', async () => {
    await post(envelope([alert()]));
    await processed();
    await post(envelope([alert()]));

    expect(await processed()).toHaveLength(1);
    expect(await count(`ai_cos_episodes WHERE status = 'firing' AND seen_count = 2`)).toBe(1);
  });

  it('hears the watchdog and opens no event for it', async () => {
    await post(envelope([alert({ labels: { alertname: 'Watchdog', kpi: '' } })]));

    expect(await processed()).toEqual([]);
    expect(await count('ai_cos_heartbeats')).toBe(1);
  });
});

describe('bad input', () => {
  it('is quarantined alone: the rest of the group goes on', async () => {
    const bad = [{ ...alert(), startsAt: 'yesterday' }, { ...alert(), labels: { severity: 'x' } }, 42, null];
    const answer = await post(envelope([alert(), ...bad]));

    expect(answer).toEqual({ status: 200, body: { accepted: 1, repeated: 0, quarantined: 4 } });
    expect(await count(`ai_cos_alert_inbox WHERE status = 'quarantined' AND quarantine_reason LIKE '%startsAt%'`)).toBe(
      1
    );
  });

  it('survives NUL, lone surrogates and labels named like prototypes', async () => {
    const odd = alert({ labels: { note: 'a\u0000b\ud800c' } });
    const evil = JSON.stringify(envelope([odd, alert()])).replace(
      '"severity":"warning"',
      '"__proto__":{"x":1},"severity":"warning"'
    );
    const answer = await post(null, { raw: evil });

    expect(answer.status).toBe(200);
    expect(answer.body['accepted']).toBe(1);
    expect(answer.body['quarantined']).toBe(1);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each([
    ['an envelope of another version', { version: '3' }],
    ['no alerts', { alerts: 'none' }],
  ])('keeps %s as bytes and answers 200', async (_name, changes) => {
    expect((await post(envelope([], changes))).body['quarantined']).toBe(1);
  });

  it('keeps what is nested too deep', async () => {
    const answer = await post(null, { raw: `${'['.repeat(10_000)}${']'.repeat(10_000)}` });

    expect(answer).toMatchObject({ status: 200, body: { quarantined: 1 } });
  });

  it.each([
    ['no JSON', 400, { raw: '{"version":' }],
    ['a compressed body', 415, { raw: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }],
    ['another content type', 415, { raw: 'x', headers: { 'content-type': 'text/plain' } }],
    ['a wrong token', 401, { raw: '{}', headers: { authorization: 'Bearer wrong' } }],
    ['no token', 401, { raw: '{}', headers: { authorization: '' } }],
    ['more than 4 MiB', 413, { raw: `"${'x'.repeat(4 * 1024 * 1024)}"` }],
  ])('refuses %s with %i', async (_name, status, options) => {
    expect((await post(null, options)).status).toBe(status);
  });

  it('answers 503 while the database cannot be reached, so that Alertmanager comes back', async () => {
    const broken = await startRunner();
    const original = broken.context.pool.query.bind(broken.context.pool);
    Object.assign(broken.context.pool, { query: () => Promise.reject(new Error('connection refused')) });
    const response = await fetch(`${broken.server.url}/api/ai-cos/webhooks/alertmanager`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${WEBHOOK_TOKEN}` },
      body: JSON.stringify(envelope([alert()])),
    });
    Object.assign(broken.context.pool, { query: original });

    expect(response.status).toBe(503);
    await broken.close();
  });
});

describe('a burst', () => {
  it('answers every delivery for itself although several share a statement', async () => {
    const shared = alert();
    const bodies = Array.from({ length: 60 }, (_body, index) =>
      envelope(
        index % 3 === 0 ? [shared] : [alert(), { ...alert({ labels: { n: String(index) } }), startsAt: 'never' }]
      )
    );

    const answers = await Promise.all(bodies.map((body) => post(body)));

    const sum = (field: string) => {
      let total = 0;
      for (const { body } of answers) total += Number(body[field]);
      return total;
    };
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(sum('accepted')).toBe(41);
    expect(sum('repeated')).toBe(19);
    expect(sum('quarantined')).toBe(40);
    expect(await count('ai_cos_alert_inbox WHERE starts_at = $1 AND seen_count = 20', [shared.startsAt])).toBe(1);
  });
});

describe('a silent alert pipeline', () => {
  it('is known since its last sign of life, the start included', async () => {
    const { pool } = runner.context;
    await pool.query('UPDATE ai_cos_heartbeats SET last_seen_at = clock_timestamp()');
    await beginListening(pool);
    const lively = await blindSince(pool);
    await pool.query(`UPDATE ai_cos_heartbeats SET last_seen_at = clock_timestamp() - interval '4 minutes'`);

    expect(lively).toBeNull();
    expect(await blindSince(pool)).toBeInstanceOf(Date);
  });
});

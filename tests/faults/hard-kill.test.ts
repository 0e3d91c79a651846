import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personToken } from '../e2e/stack/person-token.ts';
import { runnerClient } from '../e2e/stack/runner-client.ts';
import { addresses, removeHome, startStack, type Addresses, type StackProcess } from '../e2e/stack/stack-process.ts';
import { until } from '../e2e/stack/until.ts';
import { alertOf, sendAlerts } from '../e2e/stack/webhook.ts';

const kills = 3;
/** Moments of the kill, in milliseconds after the last approval. */
const moments = [0, 35, 400];

let home: string;
let env: Addresses;
let stack: StackProcess;
const acknowledged: string[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ai-cos-kill-'));
  env = { ...(await addresses()), AICOS_DEMO_SCALE: '0.1' };
  stack = await startStack(home, env);
});
afterAll(async () => {
  await stack.stop();
  removeHome(home);
});

async function query<T extends pg.QueryResultRow>(role: string, database: string, sql: string): Promise<T[]> {
  const url = `postgresql://${role}:${stack.secret(`database-${role}`)}@127.0.0.1:${env['AICOS_PG_PORT'] ?? ''}/${database}`;
  const options = `-c request.jwt.claims={"role":"service_role"}`;
  const client = new pg.Client({ connectionString: url, options });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Approves every waiting action and kills everything while they are being carried out and alerts come in. */
async function loadAndKill(round: number): Promise<void> {
  const approver = runnerClient(stack.urls.runner, await personToken(stack, 'admin'));
  await approver.post('/events/simulate', {
    type: 'STOCK_ALERT',
    sourceAgentId: 'stock-forecaster',
    data: { productId: String(123 + round), stockLevel: 1 },
  });
  const planId = await until('a plan', 20_000, async () => {
    const events = await approver.events('type=STOCK_ALERT&status=completed');
    return events[0]?.planId ?? undefined;
  });
  const waiting = (await approver.plan(planId)).actions.filter(({ state }) => state === 'pending_approval');
  for (const { id } of waiting) await approver.decide(id, 'approve');
  const alerts = Array.from({ length: 30 }, async (_, index) => {
    const store = `kill-${String(round)}-${String(index)}`;
    const alert = alertOf({ kpi: 'csat', startsAt: '2026-01-01T00:00:00Z', store });
    const answer = await sendAlerts(stack, [alert]);
    if (answer.ok) acknowledged.push(store);
  });
  const settled = Promise.allSettled(alerts);
  await new Promise((resolve) => setTimeout(resolve, moments[round % moments.length]));
  await stack.kill();
  await settled;
}

describe('a hard kill of everything', () => {
  it.each(Array.from({ length: kills }, (_, round) => round))(
    'loses nothing accepted and doubles no effect (round %i)',
    async (round) => {
      await loadAndKill(round);

      stack = await startStack(home, env);

      const inbox = await query<{ store: string }>(
        'aicos_app',
        'aicos',
        `SELECT labels ->> 'store' AS store FROM ai_cos_alert_inbox`
      );
      const kept = new Set(inbox.map(({ store }) => store));
      expect(acknowledged.filter((store) => !kept.has(store))).toEqual([]);
      const open = await until('every action to settle', 90_000, async () => {
        const rows = await query<{ id: string }>(
          'aicos_app',
          'aicos',
          `SELECT id FROM ai_cos_actions WHERE state IN ('approved', 'executing') AND lease_until IS NOT NULL`
        );
        return rows.length === 0 ? rows : undefined;
      });
      expect(open).toEqual([]);
      const doubled = await query(
        'aicos_app',
        'aicos',
        `SELECT action_id FROM ai_cos_action_attempts WHERE outcome = 'succeeded' GROUP BY 1 HAVING count(*) > 1`
      );
      expect(doubled).toEqual([]);
      const audit = await query<{ broken: number }>(
        'aicos_app',
        'aicos',
        `SELECT count(*)::int AS broken FROM ai_cos_audit_links l JOIN ai_cos_audit_links p ON p.seq = l.seq - 1 WHERE l.previous_hash <> p.hash`
      );
      expect(audit[0]?.broken).toBe(0);
    }
  );

  it('leaves as many effects at the target as the runner believes', async () => {
    const believed = await query<{ key: string }>(
      'aicos_app',
      'aicos',
      `SELECT DISTINCT t.idempotency_key AS key FROM ai_cos_action_attempts t JOIN ai_cos_actions a ON a.id = t.action_id
        WHERE a.connector = 'http' AND a.state IN ('succeeded', 'verified', 'ineffective', 'harmful', 'unverifiable')`
    );
    const token = stack.secret('backoffice-token');
    for (const { key } of believed) {
      const answer = await fetch(`${stack.urls.backoffice}/idempotency/${key}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
    }
    expect(believed.length).toBeGreaterThan(0);
  });
});

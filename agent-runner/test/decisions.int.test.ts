import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import type { ActionRow } from '../src/actions/types.ts';
import { expireAction, expirySweep } from '../src/approvals/expiry.ts';
import { escalationSweep } from '../src/approvals/escalation.ts';
import type { Proposal } from '../src/actions/propose.ts';
import { defaultPolicy } from '../src/governance/policy.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { insertProposal } from './_harness/proposals.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

let runner: TestRunner;
const dispatcher = recordedDispatcher();
const tokens: Record<string, string> = {};
beforeAll(async () => {
  runner = await startRunner({ overrides: { dispatcher } });
  for (const person of ['viewer', 'approver-a', 'approver-b', 'admin']) tokens[person] = await runner.tokenOf(person);
});
afterAll(async () => {
  await runner.close();
});

function propose(changes: Partial<Proposal> = {}, requesters: string[] = []): Promise<ActionRow> {
  return insertProposal(runner.context.pool, changes, { requesters });
}

interface Vote {
  verdict?: string;
  reason?: string;
  digest?: string;
  key?: string;
}

async function vote(person: string, action: ActionRow, { verdict = 'approve', reason, digest, key }: Vote = {}) {
  const response = await runner.call('POST', `/api/ai-cos/actions/${action.id}/decisions`, {
    token: tokens[person]!,
    body: { verdict, reason, digest: digest ?? action.digest, idempotencyKey: key ?? randomUUID() },
  });
  return { status: response.status, ...((await response.json()) as { code?: string; state?: string }) };
}

async function stateOf(action: ActionRow): Promise<string | undefined> {
  return (await loadAction(runner.context.pool, action.id))?.state;
}

async function auditOf(action: ActionRow): Promise<string[]> {
  const { rows } = await runner.context.pool.query<{ event: string }>(
    'SELECT event FROM ai_cos_audit_log WHERE ref = $1 ORDER BY id',
    [action.id]
  );
  return rows.map(({ event }) => event);
}

/** Lets the request of an action expire without waiting for it. */
async function letExpire(action: ActionRow): Promise<void> {
  await runner.context.pool.query(
    `UPDATE ai_cos_actions SET approval_expires_at = clock_timestamp() - interval '1 second' WHERE id = $1`,
    [action.id]
  );
}

describe('decisions', () => {
  it('double-approve: fifty approvals at once make one approved action', async () => {
    const action = await propose();

    const answers = await Promise.all(Array.from({ length: 50 }, () => vote('approver-a', action)));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await auditOf(action)).toEqual(expect.arrayContaining(['decision.approve', 'action.approved']));
    expect((await auditOf(action)).filter((event) => event === 'action.approved')).toHaveLength(1);
    expect(dispatcher.sent.filter(({ queue, id }) => queue === 'execute' && id === action.id)).toHaveLength(1);
  });

  it('reaches a quorum of two who vote at the same moment', async () => {
    const action = await propose({ risk: 60 });

    await Promise.all([vote('approver-a', action), vote('approver-b', action)]);

    expect(await stateOf(action)).toBe('approved');
  });

  it('gives one click one answer', async () => {
    const action = await propose({ risk: 60 });
    const key = randomUUID();

    const first = await vote('approver-a', action, { key });
    const again = await vote('approver-a', action, { key });
    const other = await vote('approver-a', action, { key, verdict: 'reject', reason: 'no' });

    expect(first).toMatchObject({ status: 200, state: 'pending_approval' });
    expect(again).toMatchObject({ status: 200, state: 'pending_approval' });
    expect(other).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  });

  it('two-answers-one-question: an answer to one action cannot be given to another', async () => {
    const [first, second] = [await propose(), await propose()];

    expect(await vote('approver-a', second, { digest: first.digest })).toMatchObject({ code: 'stale_digest' });
  });

  it('audit-verdict: tells approve, reject, request for changes and refusal apart', async () => {
    const [rejected, sentBack, own] = [await propose(), await propose(), await propose({}, ['approver-a'])];
    await vote('approver-a', rejected, { verdict: 'reject', reason: 'too much' });
    await vote('approver-a', sentBack, { verdict: 'request_changes', reason: 'less' });
    await vote('approver-a', own);

    expect(await auditOf(rejected)).toEqual(expect.arrayContaining(['decision.reject', 'action.rejected']));
    expect(await auditOf(sentBack)).toEqual(expect.arrayContaining(['decision.request_changes']));
    expect(await auditOf(own)).toEqual(expect.arrayContaining(['decision.refused']));
  });

  it('prefetch-approves: reading changes nothing', async () => {
    const action = await propose();
    for (const method of ['GET', 'HEAD']) {
      await runner.call(method, `/api/ai-cos/actions/${action.id}/decisions`, { token: tokens['approver-a']! });
      await runner.call(method, `/api/ai-cos/actions/${action.id}`, { token: tokens['approver-a']! });
    }

    expect(await loadAction(runner.context.pool, action.id)).toMatchObject({
      state: 'pending_approval',
      rowVersion: 2,
    });
  });

  it('bypass-by-route: single and bulk answer alike, admin included', async () => {
    const cases = [
      { person: 'viewer', requesters: [], code: 'not_eligible' },
      { person: 'approver-a', requesters: ['approver-a'], code: 'self_approval' },
      { person: 'admin', requesters: ['admin'], code: 'self_approval' },
    ];
    for (const { person, requesters, code } of cases) {
      const action = await propose({}, requesters);
      const single = await vote(person, action);
      const bulk = (await (
        await runner.call('POST', '/api/ai-cos/actions/decisions', {
          token: tokens[person]!,
          body: {
            verdict: 'approve',
            idempotencyKey: randomUUID(),
            items: [{ actionId: action.id, digest: action.digest }],
          },
        })
      ).json()) as { results: { code: string }[] };

      expect(single.code).toBe(code);
      expect(bulk.results[0]?.code).toBe(code);
      expect(await stateOf(action)).toBe('pending_approval');
    }
  });

  it('needs a token', async () => {
    const action = await propose();
    const body = { verdict: 'approve', digest: action.digest, idempotencyKey: randomUUID() };

    expect((await runner.call('POST', `/api/ai-cos/actions/${action.id}/decisions`, { body })).status).toBe(401);
  });
});

describe('revisions', () => {
  it('void the votes, exclude the editor and re-point dependents', async () => {
    const action = await propose({ risk: 60 });
    const dependent = await propose({ dependsOn: [action.id] });
    await vote('approver-b', action);

    const response = await runner.call('POST', `/api/ai-cos/actions/${action.id}/revisions`, {
      token: tokens['approver-a']!,
      body: { parameters: { campaignId: 12, dailySpend: 90 }, reason: 'less', idempotencyKey: randomUUID() },
    });
    const revised = (await response.json()) as { id: string; digest: string; revision: number };

    const row = await loadAction(runner.context.pool, revised.id);
    expect(row).toMatchObject({ revision: 2, state: 'pending_approval', supersedesId: action.id });
    expect(row?.requesters).toContain('approver-a');
    expect(row?.digest).not.toBe(action.digest);
    expect(await stateOf(action)).toBe('superseded');
    expect((await loadAction(runner.context.pool, dependent.id))?.dependsOn).toEqual([revised.id]);
    expect(await vote('approver-b', action)).toMatchObject({ code: 'not_waiting' });
    expect(await vote('approver-a', row!)).toMatchObject({ code: 'self_approval' });
    expect(await vote('approver-b', row!)).toMatchObject({ state: 'pending_approval' });
  });

  it('refuse parameters outside the schema and beyond the blast limit', async () => {
    const action = await propose();
    const revise = async (parameters: unknown) =>
      (await (
        await runner.call('POST', `/api/ai-cos/actions/${action.id}/revisions`, {
          token: tokens['approver-a']!,
          body: { parameters, reason: 'try', idempotencyKey: randomUUID() },
        })
      ).json()) as { code: string };

    expect(await revise({ campaignId: 'x', dailySpend: 1 })).toMatchObject({ code: 'parameters_invalid' });
    expect(await revise({ campaignId: 12, dailySpend: 1_000_000 })).toMatchObject({ code: 'blast_limit' });
    expect(await stateOf(action)).toBe('pending_approval');
  });
});

describe('expiry', () => {
  it('timeout-resumes: cancels dependents and is a system event', async () => {
    const action = await propose();
    const dependent = await propose({ dependsOn: [action.id] });
    await letExpire(action);

    await expireAction(runner.context, action.id);

    expect(await stateOf(action)).toBe('expired');
    expect(await stateOf(dependent)).toBe('cancelled');
    const { rows } = await runner.context.pool.query(
      `SELECT actor, route FROM ai_cos_audit_log WHERE ref = $1 AND event = 'action.expired'`,
      [action.id]
    );
    expect(rows).toEqual([{ actor: 'system', route: 'timer' }]);
  });

  it('leftover-timer: changes nothing after a decision or before its time', async () => {
    const [decided, early] = [await propose(), await propose()];
    await vote('approver-a', decided, { verdict: 'reject', reason: 'no' });
    await letExpire(decided);

    expect(await expireAction(runner.context, decided.id)).toBe(false);
    expect(await expireAction(runner.context, early.id)).toBe(false);
    expect(await stateOf(decided)).toBe('rejected');
  });

  it('answers a late vote with 409', async () => {
    const action = await propose();
    await letExpire(action);

    expect(await vote('approver-a', action)).toMatchObject({ status: 409, code: 'expired' });
  });

  it('is found by the sweep when its timer was lost', async () => {
    const action = await propose();
    await letExpire(action);

    await expirySweep(runner.context)();

    expect(dispatcher.sent).toContainEqual({ queue: 'expire', id: action.id });
  });

  it('begins for a waiting step when the steps before it are done', async () => {
    const first = await propose();
    const second = await propose({ dependsOn: [first.id] });
    await vote('approver-a', second);
    const waiting = await loadAction(runner.context.pool, second.id);
    await vote('approver-a', first, { verdict: 'reject', reason: 'no' });
    const third = await propose({ dependsOn: [] });

    expect(waiting!.approvalExpiresAt!.getTime()).toBeGreaterThan(third.approvalExpiresAt!.getTime() + 86_400_000);
  });
});

describe('escalation', () => {
  it('lets one more group decide and changes neither number nor expiry', async () => {
    const { pool, clock } = runner.context;
    const action = await propose({ risk: 30 });
    await pool.query(
      `UPDATE ai_cos_actions SET state_since_at = clock_timestamp() - interval '3 hours',
              approval_expires_at = clock_timestamp() + interval '1 hour' WHERE id = $1`,
      [action.id]
    );
    const before = await loadAction(pool, action.id);

    const policy = { ...defaultPolicy, escalation: { afterShare: 0.5, to: 'any' as const } };
    await escalationSweep({ pool, clock, policy })();
    await escalationSweep({ pool, clock, policy })();

    const after = await loadAction(pool, action.id);
    expect(before?.approvalSlots).toEqual([['pole:business', 'admin']]);
    expect(after?.approvalSlots).toEqual([['pole:business', 'admin', 'any']]);
    expect(after?.approvalExpiresAt).toEqual(before?.approvalExpiresAt);
    expect(after?.state).toBe('pending_approval');
  });
});

describe('withdrawal', () => {
  it('is open to an approver until the action runs, and to nobody else', async () => {
    const action = await propose();
    await vote('approver-a', action);
    const withdraw = (person: string) =>
      runner.call('POST', `/api/ai-cos/actions/${action.id}/withdraw`, {
        token: tokens[person]!,
        body: { reason: 'changed my mind', idempotencyKey: randomUUID() },
      });

    expect((await withdraw('approver-b')).status).toBe(403);
    expect((await withdraw('approver-a')).status).toBe(200);
    expect(await stateOf(action)).toBe('cancelled');
  });
});

describe('delegation', () => {
  it('lets the delegate decide as long as it lasts', async () => {
    const create = await runner.call('POST', '/api/ai-cos/delegations', {
      token: tokens['approver-a']!,
      body: {
        toPersonId: 'viewer',
        scope: { pole: 'business' },
        endsAt: new Date(Date.parse('2099-01-01T00:00:00Z')).toISOString(),
        idempotencyKey: randomUUID(),
      },
    });
    expect(create.status).toBe(422);
    const { rows } = await runner.context.pool.query<{ endsAt: Date }>(
      `SELECT clock_timestamp() + interval '7 days' AS "endsAt"`
    );
    const made = await runner.call('POST', '/api/ai-cos/delegations', {
      token: tokens['approver-a']!,
      body: {
        toPersonId: 'viewer',
        scope: { pole: 'business' },
        endsAt: rows[0]!.endsAt.toISOString(),
        idempotencyKey: randomUUID(),
      },
    });
    const delegation = (await made.json()) as { id: string };
    const [first, second] = [await propose(), await propose()];

    const lent = await vote('viewer', first);
    await runner.call('POST', `/api/ai-cos/delegations/${delegation.id}/revoke`, {
      token: tokens['approver-a']!,
      body: {},
    });
    const after = await vote('viewer', second);

    expect(lent).toMatchObject({ status: 200, state: 'approved' });
    expect(after).toMatchObject({ status: 403, code: 'not_eligible' });
  });
});

describe('mode and kill switch', () => {
  it('are changed by admins with a reason, kept in the history and in the audit log', async () => {
    const put = (person: string, path: string, body: unknown) =>
      runner.call('PUT', `/api/ai-cos/${path}`, { token: tokens[person]!, body });

    expect((await put('approver-a', 'mode', { mode: 'safe', reason: 'try' })).status).toBe(403);
    expect((await put('admin', 'mode', { mode: 'safe', reason: '' })).status).toBe(422);
    const changed = (await (await put('admin', 'mode', { mode: 'safe', reason: 'quiet season' })).json()) as {
      mode: string;
      history: unknown[];
      wouldRunAlone: Record<string, unknown[]>;
    };
    expect(changed).toMatchObject({ mode: 'safe' });
    expect(changed.history).toHaveLength(2);
    expect(changed.wouldRunAlone['safe']?.length).toBeGreaterThan(0);
    expect(changed.wouldRunAlone['auto-drive']).toEqual([]);

    expect((await put('viewer', 'kill-switch', { engaged: true, reason: 'stop' })).status).toBe(403);
    expect((await put('approver-b', 'kill-switch', { engaged: true, reason: 'stop' })).status).toBe(200);
    expect((await put('approver-b', 'kill-switch', { engaged: false, reason: 'go' })).status).toBe(403);
    expect((await put('admin', 'kill-switch', { engaged: false, reason: 'go' })).status).toBe(200);
  });
});

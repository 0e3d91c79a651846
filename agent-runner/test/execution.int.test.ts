import { createLogger, fixedClock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import { transitionAction } from '../src/actions/transition.ts';
import type { ActionRow } from '../src/actions/types.ts';
import { createExecutor, type Executor } from '../src/execution/executor.ts';
import { executionSweep } from '../src/execution/sweeps.ts';
import { tripBreaker } from '../src/execution/breaker.ts';
import { defaultPolicy } from '../src/governance/policy.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { recordedDispatcher, type RecordedDispatcher } from './_harness/dispatcher.ts';
import { AS_OF, insertProposal } from './_harness/proposals.ts';
import { fakeTarget, type FakeTarget } from './_harness/target.ts';

let runner: RunnerDatabase;
let target: FakeTarget;
let dispatcher: RecordedDispatcher;
let executor: Executor;

beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});
beforeEach(() => {
  target = fakeTarget();
  dispatcher = recordedDispatcher();
  executor = replica();
});

function replica(leaseSeconds = 20): Executor {
  return createExecutor({
    pool: runner.pool,
    clock: fixedClock(AS_OF),
    log: createLogger('test', 'silent'),
    connectors: new Map([['http', target]]),
    installation: 'test',
    policy: defaultPolicy,
    dispatcher,
    baseline: () => Promise.resolve(null),
    precheck: () => Promise.resolve(true),
    leaseSeconds,
  });
}

async function approved(changes: Parameters<typeof insertProposal>[1] = {}): Promise<ActionRow> {
  const row = await insertProposal(runner.pool, changes);
  const moved = await transitionAction(runner.pool, {
    id: row.id,
    from: 'pending_approval',
    to: 'approved',
    reason: null,
    actor: 'approver-a',
    route: 'api',
    set: { approvedDigest: row.digest },
  });
  if (moved === undefined) throw new Error('not approved');
  return moved;
}

async function stateOf(id: string): Promise<ActionRow> {
  const row = await loadAction(runner.pool, id);
  if (row === undefined) throw new Error('gone');
  return row;
}

const endLease = (id: string): Promise<unknown> =>
  runner.pool.query(`UPDATE ai_cos_actions SET lease_until = clock_timestamp() - interval '1 second' WHERE id = $1`, [
    id,
  ]);
const killSwitch = (engaged: boolean): Promise<unknown> =>
  runner.pool.query('UPDATE ai_cos_settings SET kill_switch = $1', [engaged]);

describe('an approved action', () => {
  it('has one effect, a receipt with the rows before and after, and a verification date', async () => {
    const { id } = await approved();

    await executor.execute(id);

    const row = await stateOf(id);
    expect(row).toMatchObject({ state: 'succeeded', attempt: 1, executedAsOf: AS_OF });
    expect(row.receipt).toMatchObject({ reference: 'R-1', before: { status: 'active' }, after: { status: 'paused' } });
    expect(row.verifyDueAsOf?.getTime()).toBe(AS_OF.getTime() + 15 * 86_400_000);
    expect(target.effects).toHaveLength(1);
  });

  it('has one effect when many replicas are woken at once', async () => {
    const { id } = await approved();

    await Promise.all(Array.from({ length: 20 }, () => executor.execute(id)));

    expect(target.calls).toBe(1);
  });

  it('does not run when its parameters are no longer those approved', async () => {
    const { id } = await approved();
    await runner.pool.query(`UPDATE ai_cos_actions SET params_digest = repeat('0', 64) WHERE id = $1`, [id]);

    await executor.execute(id);

    expect(target.calls).toBe(0);
    expect((await stateOf(id)).state).toBe('approved');
  });

  it('does not run after its approval expired', async () => {
    const { id } = await approved();
    await runner.pool.query(
      `UPDATE ai_cos_actions SET approval_expires_at = clock_timestamp() - interval '1 second' WHERE id = $1`,
      [id]
    );

    await executor.execute(id);

    expect(target.calls).toBe(0);
  });

  it('does not run while the kill switch is on or its agent is paused', async () => {
    const { id } = await approved();
    await killSwitch(true);
    await executor.execute(id);
    await killSwitch(false);
    await runner.pool.query(
      `INSERT INTO ai_cos_agent_state (agent_id, state, changed_by) VALUES ('ia-cmo', 'paused', 'admin')
       ON CONFLICT (agent_id) DO UPDATE SET state = 'paused'`
    );
    await executor.execute(id);
    await runner.pool.query(`UPDATE ai_cos_agent_state SET state = 'active' WHERE agent_id = 'ia-cmo'`);

    expect(target.calls).toBe(0);
  });

  it('waits for the steps it depends on and is woken by them', async () => {
    const first = await approved();
    const second = await approved({ dependsOn: [first.id] });

    await executor.execute(second.id);
    expect(target.calls).toBe(0);
    await executor.execute(first.id);

    expect(dispatcher.sent).toContainEqual({ queue: 'execute', id: second.id });
    await executor.execute(second.id);
    expect((await stateOf(second.id)).state).toBe('succeeded');
  });

  it('is cancelled with everything behind it when a step it depends on fails', async () => {
    const first = await approved();
    const second = await approved({ dependsOn: [first.id] });
    const third = await approved({ dependsOn: [second.id] });
    target.script.push({ applies: false, answer: { kind: 'refused', reason: 'unknown campaign' } });

    await executor.execute(first.id);

    expect((await stateOf(first.id)).stateReason).toBe('unknown campaign');
    expect((await stateOf(second.id)).state).toBe('cancelled');
    expect((await stateOf(third.id)).state).toBe('cancelled');
  });
});

describe('an unclear answer', () => {
  it('is settled by asking the target: an effect that happened is found by its key', async () => {
    const { id } = await approved();
    target.script.push({ applies: true, answer: new Error('socket hang up') });

    await executor.execute(id);

    expect((await stateOf(id)).state).toBe('succeeded');
    expect(target).toMatchObject({ calls: 1, effects: [expect.any(String)] });
  });

  it('leads to the same call again when the target has not seen the key', async () => {
    const { id } = await approved();
    target.script.push({ applies: false, answer: new Error('timeout') });

    await executor.execute(id);
    expect(await stateOf(id)).toMatchObject({ state: 'executing', attempt: 1 });
    await endLease(id);
    await executor.execute(id);

    expect(await stateOf(id)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(target.effects).toHaveLength(1);
  });

  it('goes to a person when the target cannot tell and the attempts are used up', async () => {
    const { id } = await approved();
    target.lookupAnswer = () => ({ kind: 'cannot-tell', reason: 'no such endpoint' });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      target.script.push({ applies: attempt === 1, answer: { kind: 'unclear', reason: 'timeout' } });
      await executor.execute(id);
      await endLease(id);
    }
    await executor.execute(id);

    expect((await stateOf(id)).state).toBe('unknown');
    expect(target.effects).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('after the claim leaves a lease that a take-over uses to ask before it calls', async () => {
    const { id } = await approved();
    target.during = () => Promise.reject(new Error('the process is gone'));
    const crashed = replica();
    // The crash: the effect happened, the result was never written.
    await crashed.execute(id);
    await runner.pool.query(
      `UPDATE ai_cos_actions SET state = 'executing', lease_until = clock_timestamp() WHERE id = $1`,
      [id]
    );
    target.during = null;

    await endLease(id);
    await executor.execute(id);

    expect((await stateOf(id)).state).toBe('succeeded');
    expect(target.calls).toBe(1);
  });

  it('of a slow replica cannot overwrite what the one that took over wrote', async () => {
    const { id } = await approved();
    target.during = async () => {
      target.during = null;
      await endLease(id);
      await replica().execute(id);
    };

    await executor.execute(id);

    const { rows } = await runner.pool.query<{ event: string }>(
      `SELECT event FROM ai_cos_audit_log WHERE ref = $1 AND event LIKE 'action.succeeded' ORDER BY id`,
      [id]
    );
    expect(await stateOf(id)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(rows).toHaveLength(1);
    expect(target.effects).toHaveLength(1);
  });

  it('is found by the sweep', async () => {
    const { id } = await approved();
    await runner.pool.query(
      `UPDATE ai_cos_actions SET state = 'executing', attempt = 1, lease_until = clock_timestamp() - interval '1 second' WHERE id = $1`,
      [id]
    );

    await executionSweep({ pool: runner.pool, clock: fixedClock(AS_OF), dispatcher })();

    expect(dispatcher.sent).toContainEqual({ queue: 'execute', id });
  });
});

describe('the kill switch', () => {
  it('stops an action between its claim and its call: nothing is sent', async () => {
    const { id } = await approved();
    const stopped = createExecutor({
      pool: runner.pool,
      clock: fixedClock(AS_OF),
      log: createLogger('test', 'silent'),
      connectors: new Map([['http', target]]),
      installation: 'test',
      policy: defaultPolicy,
      dispatcher,
      baseline: async () => {
        await killSwitch(true);
        return null;
      },
      precheck: () => Promise.resolve(true),
    });

    await stopped.execute(id);
    await killSwitch(false);

    expect(target.calls).toBe(0);
    expect(await stateOf(id)).toMatchObject({
      state: 'cancelled',
      stateReason: 'stopped before the call; nothing was sent',
    });
  });
});

describe('caps', () => {
  it('make an action wait, with the reason, when its kind ran often enough within the hour', async () => {
    for (let run = 0; run < 12; run += 1)
      await executor.execute(
        (
          await approved({
            type: 'ads.budget-shift',
            parameters: { fromCampaignId: 1, toCampaignId: 2, dailyAmount: 5 },
          })
        ).id
      );
    const { id } = await approved({
      type: 'ads.budget-shift',
      parameters: { fromCampaignId: 1, toCampaignId: 2, dailyAmount: 5 },
    });

    await executor.execute(id);

    expect(await stateOf(id)).toMatchObject({
      state: 'approved',
      stateReason: 'waits: 12 actions of this kind ran within the hour',
    });
    expect(target.effects).toHaveLength(12);
  });
});

describe('the circuit breaker', () => {
  it('ends auto-drive after repeated failures and says why', async () => {
    await runner.pool.query(`UPDATE ai_cos_settings SET mode = 'auto-drive'`);
    for (let failure = 0; failure < 3; failure += 1) {
      target.script.push({ applies: false, answer: { kind: 'refused', reason: 'no' } });
      await executor.execute((await approved()).id);
    }

    const { rows } = await runner.pool.query<{ mode: string; by: string }>(
      'SELECT mode, mode_by AS by FROM ai_cos_settings'
    );
    expect(rows[0]).toEqual({ mode: 'assisted', by: 'breaker' });
    expect(await tripBreaker(runner.pool, 3, AS_OF)).toBe(false);
  });
});

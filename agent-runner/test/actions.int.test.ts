import { inTransaction } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import { transitionAction } from '../src/actions/transition.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { assisted, insertProposal } from './_harness/proposals.ts';

let runner: RunnerDatabase;
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

const approve = { from: 'pending_approval', to: 'approved', reason: null, actor: 'p1', route: 'api' } as const;

describe('proposals', () => {
  it('wait for people in assisted mode, with an expiry', async () => {
    const row = await insertProposal(runner.pool);

    expect(row).toMatchObject({ state: 'pending_approval', riskTier: 'low', approvalSlots: [['any']], rowVersion: 2 });
    expect(row.approvalExpiresAt).toBeInstanceOf(Date);
  });

  it('end as simulated in forecast mode', async () => {
    const row = await insertProposal(runner.pool, {}, { governance: { ...assisted, mode: 'forecast' } });

    expect(row).toMatchObject({ state: 'simulated', stateReason: 'in forecast mode nothing is executed' });
  });

  it('run alone in safe mode by a stored grant of the policy', async () => {
    const row = await insertProposal(runner.pool, {}, { governance: { ...assisted, mode: 'safe' } });

    const { rows } = await runner.pool.query(
      'SELECT kind, verdict, digest FROM ai_cos_approvals WHERE action_id = $1',
      [row.id]
    );
    expect(row).toMatchObject({ state: 'approved', approvedDigest: row.digest });
    expect(rows).toEqual([{ kind: 'policy', verdict: 'approve', digest: row.digest }]);
  });

  it('give another digest for every changed parameter', async () => {
    const first = await insertProposal(runner.pool, { parameters: { campaignId: 12, dailySpend: 140 } });
    const second = await insertProposal(runner.pool, { parameters: { campaignId: 12, dailySpend: 141 } });

    expect(first.digest).not.toBe(second.digest);
  });
});

describe('transitionAction', () => {
  it('moves a row once: the second mover gets nothing', async () => {
    const row = await insertProposal(runner.pool);
    const set = { approvedDigest: row.digest };

    const movers = await Promise.all(
      Array.from({ length: 10 }, () =>
        transitionAction(runner.pool, { ...approve, id: row.id, rowVersion: row.rowVersion, set })
      )
    );

    expect(movers.filter((moved) => moved !== undefined)).toHaveLength(1);
  });

  it('writes audit and outbox rows with the move and none without it', async () => {
    const row = await insertProposal(runner.pool);
    const lost = await transitionAction(runner.pool, { ...approve, id: row.id, from: 'executing' });
    await transitionAction(runner.pool, { ...approve, id: row.id, set: { approvedDigest: row.digest } });

    const audit = await runner.pool.query<{ event: string }>(
      'SELECT event FROM ai_cos_audit_log WHERE ref = $1 ORDER BY id',
      [row.id]
    );
    const outbox = await runner.pool.query('SELECT row_version FROM ai_cos_outbox WHERE ref = $1 ORDER BY id', [
      row.id,
    ]);
    expect(lost).toBeUndefined();
    expect(audit.rows.map(({ event }) => event)).toEqual([
      'action.proposed',
      'action.pending_approval',
      'action.approved',
    ]);
    expect(outbox.rows).toEqual([{ row_version: 1 }, { row_version: 2 }, { row_version: 3 }]);
  });

  it('leaves nothing behind when its transaction rolls back', async () => {
    const row = await insertProposal(runner.pool);

    await inTransaction(runner.pool, async (client) => {
      await transitionAction(client, { ...approve, id: row.id, set: { approvedDigest: row.digest } });
      throw new Error('rolled back');
    }).catch(() => undefined);

    expect(await loadAction(runner.pool, row.id)).toMatchObject({ state: 'pending_approval', rowVersion: 2 });
  });
});

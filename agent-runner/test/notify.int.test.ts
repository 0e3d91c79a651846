import { createLogger } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transitionAction } from '../src/actions/transition.ts';
import { collectNotices } from '../src/notify/collect-notices.ts';
import { deliverNotices } from '../src/notify/deliver-notices.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { assisted, insertProposal } from './_harness/proposals.ts';
import { company } from './_harness/runner.ts';

let runner: RunnerDatabase;
const log = createLogger('test', 'silent');
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

const collect = () => collectNotices(runner.pool, { channel: 'slack', company, baseUrl: undefined });

describe('notices', () => {
  it('are made once per occasion and sent once', async () => {
    const action = await insertProposal(runner.pool, {}, { governance: { ...assisted, mode: 'safe' } });
    const move = { id: action.id, reason: null, actor: 'verification', route: 'test' } as const;
    await transitionAction(runner.pool, { ...move, from: 'approved', to: 'executing' });
    await transitionAction(runner.pool, { ...move, from: 'executing', to: 'succeeded' });
    await transitionAction(runner.pool, { ...move, from: 'succeeded', to: 'harmful' });
    const sent: string[] = [];
    const channel = { name: 'slack', send: (text: string) => Promise.resolve(void sent.push(text)) };

    await Promise.all([collect(), collect()]);
    await deliverNotices(runner.pool, channel, log);
    await collect();
    await deliverNotices(runner.pool, channel, log);

    expect(sent).toEqual(['[simulated] An action did harm: Pause campaign 12']);
  });

  it('stay waiting with the reason while the channel refuses them', async () => {
    await runner.pool.query(
      `INSERT INTO ai_cos_notifications (channel, kind, ref, body) VALUES ('slack', 'plan', 'x', '{"text":"hello"}')`
    );
    const channel = { name: 'slack', send: () => Promise.reject(new Error('channel is archived')) };

    await deliverNotices(runner.pool, channel, log);
    const again = await deliverNotices(runner.pool, channel, log);

    const { rows } = await runner.pool.query(`SELECT state, attempts, error FROM ai_cos_notifications WHERE ref = 'x'`);
    expect(rows).toEqual([{ state: 'waiting', attempts: 1, error: 'channel is archived' }]);
    expect(again).toBe(0);
  });
});

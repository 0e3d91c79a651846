import { fixedClock } from '@ai-cos/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transitionAction } from '../src/actions/transition.ts';
import { stopAfterCrash } from '../src/governance/after-crash.ts';
import { defaultPolicy } from '../src/governance/policy.ts';
import { loadSettings } from '../src/governance/settings.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { AS_OF, assisted, insertProposal } from './_harness/proposals.ts';

const clock = fixedClock(AS_OF);
let runner: RunnerDatabase;
beforeEach(async () => {
  runner = await createRunnerDatabase();
});
afterEach(async () => {
  await runner.close();
});

describe('a start with actions in flight', () => {
  it('engages the kill switch where the policy says so, and only then', async () => {
    const action = await insertProposal(runner.pool, {}, { governance: { ...assisted, mode: 'safe' } });
    await transitionAction(runner.pool, {
      id: action.id,
      from: 'approved',
      to: 'executing',
      reason: null,
      actor: 'executor',
      route: 'test',
      set: { leaseUntil: { inMs: 60_000 } },
    });
    const lax = await stopAfterCrash({ pool: runner.pool, clock, policy: defaultPolicy });
    const strict = await stopAfterCrash({
      pool: runner.pool,
      clock,
      policy: { ...defaultPolicy, killSwitchAfterCrash: true },
    });

    expect([lax, strict]).toEqual([false, true]);
    expect(await loadSettings(runner.pool)).toMatchObject({ killSwitch: true, killSwitchBy: 'system' });
  });
});

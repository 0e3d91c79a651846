import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EffectResult, Lookup } from '../connectors/connector.ts';
import { afterCall, afterLookup, maxAttempts } from './step.ts';

const idempotent = { attempt: 1, targetHonoursKey: true };
const blind = { attempt: 1, targetHonoursKey: false };

describe('the next step of an execution', () => {
  it('asks the target by key when an answer is unclear', () => {
    expect(afterCall({ kind: 'unclear', reason: 'timeout' }, idempotent).kind).toBe('ask');
  });

  it('waits as long as the target asked for', () => {
    expect(afterCall({ kind: 'retry', reason: '429', afterMs: 7_000 }, idempotent)).toMatchObject({
      kind: 'retry',
      afterMs: 7_000,
    });
  });

  it('gives up after the last attempt', () => {
    expect(afterCall({ kind: 'retry', reason: '503' }, { ...idempotent, attempt: maxAttempts }).kind).toBe('fail');
  });

  it('hands an effect nobody can ask about to a person', () => {
    expect(afterLookup({ kind: 'cannot-tell', reason: 'no read-back' }, blind).kind).toBe('person');
  });

  it('never repeats a call to a target that does not honour keys, whatever the lookup says', () => {
    const lookup = fc.constantFrom<Lookup>({ kind: 'absent' }, { kind: 'cannot-tell', reason: 'x' });
    fc.assert(
      fc.property(lookup, fc.integer({ min: 1, max: 9 }), (answer, attempt) => {
        expect(afterLookup(answer, { attempt, targetHonoursKey: false }).kind).toBe('person');
      })
    );
  });

  it('never retries what was refused or done', () => {
    const final = fc.constantFrom<EffectResult>(
      { kind: 'refused', reason: 'no' },
      { kind: 'done', reference: null, summary: '', response: null }
    );
    fc.assert(
      fc.property(final, fc.integer({ min: 1, max: 9 }), (result, attempt) => {
        expect(['succeed', 'fail']).toContain(afterCall(result, { attempt, targetHonoursKey: true }).kind);
      })
    );
  });
});

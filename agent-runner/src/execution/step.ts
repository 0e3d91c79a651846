import type { EffectResult, Lookup, TargetAnswer } from '../connectors/connector.ts';

export interface AttemptFacts {
  readonly attempt: number;
  /** The target applies a key at most once, so the same call may be repeated. */
  readonly targetHonoursKey: boolean;
}

/** What the executor does next. `ask`: ask the target by key. `person`: nobody but a person can tell what happened. */
export type Step =
  | { readonly kind: 'succeed'; readonly answer: TargetAnswer }
  | { readonly kind: 'fail'; readonly reason: string }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs: number }
  | { readonly kind: 'ask'; readonly reason: string }
  | { readonly kind: 'person'; readonly reason: string }
  | { readonly kind: 'wait'; readonly reference: string };

export const maxAttempts = 5;
const firstBackOffMs = 1_000;
const maxBackOffMs = 60_000;

export function afterCall(result: EffectResult, facts: AttemptFacts): Step {
  switch (result.kind) {
    case 'done':
      return { kind: 'succeed', answer: result };
    case 'waiting':
      return { kind: 'wait', reference: result.reference };
    case 'refused':
      return { kind: 'fail', reason: result.reason };
    case 'unclear':
      return { kind: 'ask', reason: result.reason };
    case 'retry':
      return retryOr(
        { kind: 'fail', reason: `${result.reason}; gave up after ${String(facts.attempt)} attempts` },
        result,
        facts
      );
  }
}

/** Never a blind retry: a call is repeated only where the target says it has not seen the key, or applies a key once. */
export function afterLookup(lookup: Lookup, facts: AttemptFacts): Step {
  switch (lookup.kind) {
    case 'applied':
      return { kind: 'succeed', answer: lookup };
    case 'absent':
      if (!facts.targetHonoursKey) {
        return { kind: 'person', reason: 'the target does not know the key, but a request may still be on its way' };
      }
      return retryOr(
        { kind: 'fail', reason: `the target has not applied it after ${String(facts.attempt)} attempts` },
        { reason: 'the target has not seen the key' },
        facts
      );
    case 'cannot-tell': {
      const person: Step = { kind: 'person', reason: lookup.reason };
      return facts.targetHonoursKey ? retryOr(person, { reason: lookup.reason }, facts) : person;
    }
  }
}

function retryOr(
  otherwise: Step,
  { reason, afterMs }: { reason: string; afterMs?: number },
  { attempt }: AttemptFacts
): Step {
  if (attempt >= maxAttempts) return otherwise;
  return { kind: 'retry', reason, afterMs: afterMs ?? Math.min(maxBackOffMs, firstBackOffMs * 2 ** (attempt - 1)) };
}

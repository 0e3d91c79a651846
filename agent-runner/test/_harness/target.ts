import type { Connector, EffectRequest, EffectResult, Lookup } from '../../src/connectors/connector.ts';

/** A vendor's system that honours keys, counts effects, and fails in ways a test chooses. */
export interface FakeTarget extends Connector {
  /** Effects by key: more than one entry of a key would be a doubled effect. */
  readonly effects: string[];
  calls: number;
  /** Replaces the next answers, one per call; the effect happens where `applies` says so. */
  readonly script: { applies: boolean; answer: EffectResult | Error }[];
  lookupAnswer: ((effect: EffectRequest) => Lookup) | null;
  /** Runs inside the call, before the answer. */
  during: (() => Promise<void>) | null;
}

const done: EffectResult = { kind: 'done', reference: 'R-1', summary: 'applied', response: { id: 7 } };

export function fakeTarget(): FakeTarget {
  const target: FakeTarget = {
    kind: 'http',
    honoursKey: true,
    effects: [],
    calls: 0,
    script: [],
    lookupAnswer: null,
    during: null,
    whyUnavailable: () => null,
    dryRun: () => Promise.resolve('would call'),
    async call(effect) {
      target.calls += 1;
      const step = target.script.shift() ?? { applies: true, answer: done };
      if (step.applies && !target.effects.includes(effect.key)) target.effects.push(effect.key);
      await target.during?.();
      if (step.answer instanceof Error) throw step.answer;
      return step.answer;
    },
    lookup(effect) {
      if (target.lookupAnswer !== null) return Promise.resolve(target.lookupAnswer(effect));
      return Promise.resolve(
        target.effects.includes(effect.key)
          ? { kind: 'applied', reference: 'R-1', summary: 'found by key', response: { id: 7 } }
          : { kind: 'absent' }
      );
    },
    readBack: () => Promise.resolve({ status: target.effects.length > 0 ? 'paused' : 'active' }),
  };
  return target;
}

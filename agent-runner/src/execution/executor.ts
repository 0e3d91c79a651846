import type { Connector, EffectRequest, EffectResult, Lookup } from '../connectors/connector.ts';
import { tripBreaker } from './breaker.ts';
import { hold, whyHeld } from './caps.ts';
import { claim, mayCall, takeOver, type ClaimedAction } from './claim.ts';
import { cancelDependents, readyDependents } from './dependents.ts';
import { markRecovering, settleCompensated } from './consequences.ts';
import { connectorOf, effectOf } from './effect.ts';
import { settle, type Settlement } from './settle.ts';
import { afterCall, afterLookup, type AttemptFacts, type Step } from './step.ts';
import type { ExecutionOptions } from './types.ts';

const defaultLeaseSeconds = 20;
const dayMs = 86_400_000;

/** One attempt at one effect: the connector that serves it, the request, and what stood there before. */
interface Attempt {
  readonly action: ClaimedAction;
  readonly connector: Connector;
  readonly effect: EffectRequest;
  readonly before: Readonly<Record<string, unknown>> | null;
}

export interface Executor {
  /**
   * Carries out an approved action, or takes over one whose lease ran out (asking the target by key before anything
   * else). Does nothing when a guard does not hold or somebody else has it.
   */
  execute(id: string): Promise<void>;
}

export function createExecutor(options: ExecutionOptions): Executor {
  const { pool, clock, connectors, installation, leaseSeconds = defaultLeaseSeconds } = options;
  // The call must be over before the lease is: a take-over may then ask for its result.
  const deadlineMs = leaseSeconds * 700;

  async function begin(action: ClaimedAction): Promise<Attempt> {
    const connector = connectorOf(connectors, action);
    const effect = effectOf(action, installation, deadlineMs);
    const before = await connector.readBack(effect).catch(() => null);
    return { action, connector, effect, before };
  }

  async function callIfAllowed(attempt: Attempt): Promise<void> {
    const { action, connector, effect } = attempt;
    if ((await options.precheck(effect)) === false) {
      await finish(attempt, {
        state: 'cancelled',
        outcome: 'stopped',
        reason: 'the precheck no longer holds; nothing was sent',
      });
      return;
    }
    const baseline = await options.baseline(action);
    if (!(await mayCall(pool, action))) {
      await finish(attempt, {
        state: 'cancelled',
        outcome: 'stopped',
        reason: 'stopped before the call; nothing was sent',
      });
      return;
    }
    const result = await answered(() => connector.call(effect));
    await carryOn(attempt, afterCall(result, factsOf(attempt)), baseline);
  }

  async function carryOn(attempt: Attempt, step: Step, baseline?: unknown): Promise<void> {
    switch (step.kind) {
      case 'succeed':
        return succeed(attempt, step, baseline);
      case 'fail':
        return finish(attempt, { state: 'failed', outcome: 'failed', reason: step.reason });
      case 'person':
        return finish(attempt, { state: 'unknown', outcome: 'unknown', reason: step.reason });
      case 'retry':
        return finish(attempt, {
          state: 'executing',
          outcome: 'retry',
          reason: step.reason,
          leaseMs: step.afterMs,
          baseline,
        });
      case 'wait':
        return finish(attempt, {
          state: 'executing',
          outcome: 'waiting',
          reason: 'a person has it',
          leaseMs: null,
          baseline,
        });
      case 'ask': {
        const lookup = await looked(attempt);
        return carryOn(attempt, afterLookup(lookup, factsOf(attempt)), baseline);
      }
    }
  }

  async function succeed(attempt: Attempt, { answer }: Step & { kind: 'succeed' }, baseline: unknown): Promise<void> {
    const { effect, connector, before } = attempt;
    const asOf = clock.now();
    const after = await connector.readBack(effect).catch(() => null);
    const { lagDays, windowDays } = effect.type;
    await finish(attempt, {
      state: 'succeeded',
      outcome: 'succeeded',
      reason: answer.summary,
      receipt: {
        reference: answer.reference,
        summary: answer.summary,
        asOf: asOf.toISOString(),
        before: before && { ...before },
        after: after === null ? rowOf(answer.response) : { ...after },
      },
      response: answer.response,
      baseline,
      verifyDueAsOf: new Date(asOf.getTime() + (lagDays + windowDays) * dayMs),
    });
  }

  async function finish({ action }: Attempt, settlement: Omit<Settlement, 'asOf'>): Promise<void> {
    const asOf = clock.now();
    const written = await settle(pool, action, { ...settlement, asOf });
    if (!written) {
      options.log.warn({ action: action.id, attempt: action.attempt }, 'a late result was fenced off');
      return;
    }
    options.log.info(
      { action: action.id, type: action.type, state: settlement.state, reason: settlement.reason },
      'attempt ended'
    );
    await settleCompensated(pool, action, settlement.state, asOf);
    if (settlement.state === 'failed' || settlement.state === 'unknown') {
      await tripBreaker(pool, options.policy.breaker.failuresPerHour, asOf);
    }
    if (settlement.state === 'succeeded') {
      await markRecovering(pool, action.id);
      for (const id of await readyDependents(pool, action.id)) await options.dispatcher.send(pool, 'execute', { id });
    }
    if (settlement.state === 'failed' || settlement.state === 'cancelled')
      await cancelDependents(pool, action.id, asOf);
  }

  async function looked({ connector, effect }: Attempt): Promise<Lookup> {
    try {
      return await connector.lookup({ ...effect, signal: AbortSignal.timeout(deadlineMs) });
    } catch (error) {
      return { kind: 'cannot-tell', reason: messageOf(error) };
    }
  }

  async function reconcile(action: ClaimedAction): Promise<void> {
    const attempt = await begin(action);
    const step = afterLookup(await looked(attempt), factsOf(attempt));
    // The lease already ran out, so what may be repeated is repeated now.
    if (step.kind === 'retry') await callIfAllowed(attempt);
    else await carryOn(attempt, step);
  }

  return {
    async execute(id) {
      const held = await whyHeld(pool, id, options.policy.caps, clock.now());
      if (held !== null && (await hold(pool, id, held, clock.now()))) return;
      const request = { id, installation, leaseSeconds, asOf: clock.now() };
      const action = await claim(pool, request);
      if (action !== undefined) return callIfAllowed(await begin(action));
      const abandoned = await takeOver(pool, request);
      if (abandoned !== undefined) await reconcile(abandoned);
    },
  };
}

/** A target without a read-back shows what it answered. */
function rowOf(response: unknown): Record<string, unknown> | null {
  return typeof response === 'object' && response !== null && !Array.isArray(response) ? { ...response } : null;
}

function factsOf({ action, effect, connector }: Attempt): AttemptFacts {
  const targetHonoursKey = connector.honoursKey && effect.type.idempotency.targetHonoursKey;
  return { attempt: action.attempt, targetHonoursKey };
}

async function answered(call: () => Promise<EffectResult>): Promise<EffectResult> {
  try {
    return await call();
  } catch (error) {
    return { kind: 'unclear', reason: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

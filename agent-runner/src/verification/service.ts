import { inTransaction } from '@ai-cos/service-kit';
import { transitionAction } from '../actions/transition.ts';
import { updateTrust } from '../learning/update-trust.ts';
import { verdictOfAction } from './action-verdict.ts';
import { measure, sharedPromises } from './measure.ts';
import { awaitingVerdict, insertOutcome, unfinishedSteps, type NewOutcome } from './repository.ts';
import type { VerifiableAction, VerificationOptions } from './types.ts';

export interface Verification {
  /**
   * Judges the executed actions of the action's plan once the last of their windows is over in business time; earlier
   * it does nothing.
   */
  verify(actionId: string): Promise<void>;
}

export function createVerification(options: VerificationOptions): Verification {
  const { pool, clock, log } = options;

  async function conclude(action: VerifiableAction, plan: ReadonlyMap<string, NewOutcome>): Promise<void> {
    const postcheck = await options.postcheck(action).catch((error: unknown) => {
      log.warn({ err: error, action: action.id }, 'a postcheck could not be read');
      return null;
    });
    const { verdict, reason } = verdictOfAction(action, plan, postcheck);
    const primary = action.predictions[0];
    const measured = primary === undefined ? undefined : plan.get(primary.kpiId);
    const decidedAsOf = clock.now();
    const moved = await inTransaction(pool, async (tx) => {
      const row = await transitionAction(tx, {
        id: action.id,
        from: 'succeeded',
        to: verdict,
        reason,
        actor: 'verification',
        route: 'verification',
        asOf: decidedAsOf,
      });
      if (row === undefined) return false;
      await insertOutcome(tx, {
        scope: 'action',
        planId: action.planId,
        actionId: action.id,
        kpiId: primary?.kpiId ?? null,
        verdict,
        reason,
        predicted: primary?.change ?? null,
        realised: measured?.realised ?? null,
        low: measured?.low ?? null,
        high: measured?.high ?? null,
        unit: primary?.unit ?? null,
        confounders: measured?.confounders ?? [],
        postcheck,
        from: measured?.from ?? action.executedAsOf,
        to: measured?.to ?? action.verifyDueAsOf,
        decidedAsOf,
      });
      await updateTrust(tx, { agentId: action.agentId, actionType: action.type, asOf: decidedAsOf });
      await rateEvent(tx, action.eventId);
      return true;
    });
    if (!moved) return;
    log.info({ action: action.id, type: action.type, verdict, reason }, 'verdict');
    if (verdict === 'harmful') await options.compensate(action.id, reason);
  }

  return {
    async verify(actionId) {
      const actions = await awaitingVerdict(pool, actionId);
      if (actions.length === 0) return;
      const now = clock.now().getTime();
      if (actions.some(({ verifyDueAsOf }) => verifyDueAsOf.getTime() > now)) return;
      const planId = actions[0]?.planId ?? null;
      if (planId !== null && (await unfinishedSteps(pool, planId)) > 0 && !longOver(actions, now)) return;
      const readings = await options.kpis.readings();
      const plan = new Map<string, NewOutcome>();
      for (const promise of sharedPromises(actions)) {
        const outcome = await measure(options, promise, readings);
        plan.set(promise.kpiId, outcome);
        if (planId !== null) await insertOutcome(pool, outcome);
      }
      for (const action of actions) await conclude(action, plan);
    },
  };
}

/** A step that hangs must not keep the verdict of the others for ever: after twice their window they are judged. */
function longOver(actions: readonly VerifiableAction[], now: number): boolean {
  return actions.every(
    ({ executedAsOf, verifyDueAsOf }) =>
      now > verifyDueAsOf.getTime() + (verifyDueAsOf.getTime() - executedAsOf.getTime())
  );
}

async function rateEvent(db: Parameters<typeof insertOutcome>[0], eventId: string | null): Promise<void> {
  if (eventId === null) return;
  await db.query(
    `UPDATE ai_cos_coordination_events e
        SET success_rate = r.rate, recovering = e.recovering AND r.open > 0, row_version = row_version + 1
       FROM (SELECT coalesce(avg((state = 'verified')::int) FILTER (WHERE state IN ('verified', 'ineffective', 'harmful')), 0) AS rate,
                    count(*) FILTER (WHERE state = 'succeeded') AS open
               FROM ai_cos_actions WHERE event_id = $1) r
      WHERE e.id = $1`,
    [eventId]
  );
}

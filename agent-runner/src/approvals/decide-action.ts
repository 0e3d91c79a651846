import type { Company } from '@ai-cos/catalog';
import { DomainError, inTransaction, type Clock, type Db, type Pool, type PoolClient } from '@ai-cos/service-kit';
import { lockAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import { appendAudit } from '../audit/append.ts';
import type { ActionState, DecisionVerdict } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { cancelDependents } from '../execution/dependents.ts';
import type { Policy } from '../governance/policy.ts';
import { actorName, type Actor } from '../identity/actor.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { decidable } from './decidable.ts';
import { decide, type DecidingActor, type GuardAnswer } from './guard.ts';
import { lentRights, votesOf } from './history.ts';
import { answerOfKey, rememberAnswer } from './request-key.ts';
import { approvalValidity } from './validity.ts';
import { wallNow } from './wall-time.ts';

export interface ApprovalOptions {
  pool: Pool;
  clock: Clock;
  company: Company;
  policy: Policy;
  dispatcher: Pick<Dispatcher, 'send'>;
  metrics: Metrics;
}

export interface DecisionCommand {
  actionId: string;
  verdict: DecisionVerdict;
  digest: string;
  reason: string | null;
  idempotencyKey: string;
  actor: Actor;
}

export interface DecisionResult {
  actionId: string;
  state: ActionState;
}

type Refusal = Extract<GuardAnswer, { allowed: false }>;
type Grant = Extract<GuardAnswer, { allowed: true }>;

/** Records one person's verdict, whichever way it came in; throws the guard's refusal, which is audited as well. */
export async function decideAction(options: ApprovalOptions, command: DecisionCommand): Promise<DecisionResult> {
  const outcome = await inTransaction(options.pool, (tx) => decideLocked(tx, options, command));
  const { metrics } = options;
  if ('code' in outcome) {
    metrics.refusals.inc({ code: outcome.code });
    throw new DomainError(outcome.code, outcome.detail, {
      status: outcome.status,
      extra: { actionId: command.actionId },
    });
  }
  metrics.decisions.inc({ verdict: command.verdict, route: command.actor.route });
  return outcome;
}

async function decideLocked(
  tx: PoolClient,
  options: ApprovalOptions,
  command: DecisionCommand
): Promise<DecisionResult | Refusal> {
  const { actionId, verdict, digest, reason, actor } = command;
  const keyed = {
    actor: actorName(actor),
    key: `${command.idempotencyKey}:${actionId}`,
    request: { verdict, digest, reason },
  };
  const known = await answerOfKey<DecisionResult>(tx, keyed);
  if (known !== undefined) return known;
  // The row first: two votes at once must see each other, or a quorum is never reached.
  const action = await lockAction(tx, actionId);
  if (action === undefined) {
    throw new DomainError('action_not_found', `There is no action ${actionId}.`, { status: 404 });
  }
  const answer = decide({
    action: decidable(action, options.company),
    policy: options.policy,
    history: await votesOf(tx, actionId),
    actor: await decidingActor(tx, actor),
    wish: { verdict, digest, reason },
    now: await wallNow(tx),
  });
  if (!answer.allowed) {
    await noteRefusal(tx, command, answer, options.clock);
    return answer;
  }
  await insertVote(tx, action, { command, answer, asOf: options.clock.now() });
  const state = await carryOut(tx, action, { options, command, answer });
  const result = { actionId, state };
  await rememberAnswer(tx, keyed, result);
  return result;
}

export async function decidingActor(db: Db, actor: Actor): Promise<DecidingActor> {
  if (actor.kind !== 'person') return { kind: actor.kind, personId: '', active: false, groups: [], lent: [] };
  const { personId, active, groups } = actor;
  return { kind: 'person', personId, active, groups, lent: await lentRights(db, personId) };
}

interface Vote {
  command: DecisionCommand;
  answer: Grant;
  asOf: Date;
}

async function insertVote(tx: Db, action: ActionRow, { command, answer, asOf }: Vote): Promise<void> {
  const { actor, verdict, reason } = command;
  if (actor.kind !== 'person') throw new Error('the guard let somebody vote who is no person');
  await tx.query(
    `INSERT INTO ai_cos_approvals (action_id, revision, person_id, on_behalf_of, verdict, reason, digest, groups, override,
                                   route, claims, as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      action.id,
      action.revision,
      actor.personId,
      answer.onBehalfOf,
      verdict,
      reason,
      action.digest,
      answer.groups,
      answer.override,
      actor.route,
      JSON.stringify(actor.claims),
      asOf,
    ]
  );
  await appendAudit(tx, {
    event: answer.override ? `decision.${verdict}.override` : `decision.${verdict}`,
    ref: action.id,
    actor: actor.personId,
    route: actor.route,
    asOf,
    detail: {
      revision: action.revision,
      digest: action.digest,
      onBehalfOf: answer.onBehalfOf,
      groups: answer.groups,
      claims: actor.claims,
      reason,
    },
  });
}

async function carryOut(
  tx: Db,
  action: ActionRow,
  { options, command, answer }: { options: ApprovalOptions; command: DecisionCommand; answer: Grant }
): Promise<ActionState> {
  const { dispatcher, clock } = options;
  if (answer.next === 'pending_approval') {
    await enqueueOutbox(tx, { topic: 'action', ref: action.id, rowVersion: action.rowVersion });
    return action.state;
  }
  const approved = answer.next === 'approved';
  const moved = await transitionAction(tx, {
    id: action.id,
    from: action.state,
    to: answer.next,
    rowVersion: action.rowVersion,
    reason: command.reason,
    actor: actorName(command.actor),
    route: command.actor.route,
    asOf: clock.now(),
    ...(approved && { set: { approvedDigest: action.digest, approvalExpiresAt: approvalValidity(action) } }),
  });
  if (moved === undefined) throw new Error(`action ${action.id} moved although its row was locked`);
  if (approved) {
    await dispatcher.send(tx, 'execute', { id: action.id });
    await dispatcher.send(tx, 'expire', { id: action.id }, { startAfter: approvalValidity(action) });
  } else if (answer.next === 'rejected') {
    await cancelDependents(tx, action.id, clock.now());
  }
  return moved.state;
}

async function noteRefusal(tx: Db, command: DecisionCommand, refusal: Refusal, clock: Clock): Promise<void> {
  await appendAudit(tx, {
    event: 'decision.refused',
    ref: command.actionId,
    actor: actorName(command.actor),
    route: command.actor.route,
    asOf: clock.now(),
    detail: { code: refusal.code, verdict: command.verdict, digest: command.digest },
  });
}

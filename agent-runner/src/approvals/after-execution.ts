import { actionTypes } from '@ai-cos/catalog';
import { DomainError, inTransaction, type Db, type Pool } from '@ai-cos/service-kit';
import { loadAction, lockAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import { cancelDependents } from '../execution/dependents.ts';
import type { Execution } from '../execution/service.ts';
import { actorName, isAdmin, type Actor } from '../identity/actor.ts';
import type { ApprovalOptions, DecisionResult } from './decide-action.ts';
import { answerOfKey, rememberAnswer } from './request-key.ts';

interface FollowUp {
  actionId: string;
  idempotencyKey: string;
  actor: Actor;
}

type WithExecution = { pool: Pool; execution: Pick<Execution, 'rollBack' | 'answerTask'> };

const DAY_MS = 86_400_000;

/** People of the owner's pole and admins look after what was executed. */
function assertResponsible(action: ActionRow, actor: Actor): void {
  const inPole = actor.kind === 'person' && actor.active && actor.groups.includes(`pole:${action.pole}`);
  if (!inPole && !isAdmin(actor)) {
    throw new DomainError('not_eligible', `Only approvers of ${action.pole} and admins may do this.`, { status: 403 });
  }
}

async function existing(db: Db, actionId: string): Promise<ActionRow> {
  const action = await loadAction(db, actionId);
  if (action === undefined)
    throw new DomainError('action_not_found', `There is no action ${actionId}.`, { status: 404 });
  return action;
}

/** Asks for the compensation of an executed action; it is an action of its own. */
export async function rollBackAction(
  { pool, execution }: WithExecution,
  { actionId, reason, actor }: FollowUp & { reason: string }
): Promise<{ actionId: string; compensationId: string }> {
  assertResponsible(await existing(pool, actionId), actor);
  const compensationId = await execution.rollBack({
    actionId,
    reason,
    actor: actorName(actor),
    route: actor.route,
  });
  if (compensationId === null) {
    throw new DomainError('not_reversible', 'It was not executed, is being undone already or cannot be undone.', {
      status: 409,
    });
  }
  return { actionId, compensationId };
}

/** Answers a human task: its assignee, an approver of the pole or an admin says what was done. */
export async function answerTaskOf(
  { pool, execution }: WithExecution,
  { actionId, answer, note, actor }: FollowUp & { answer: 'done' | 'not_done' | 'done_differently'; note: string }
): Promise<DecisionResult> {
  const action = await existing(pool, actionId);
  const { rows } = await pool.query<{ assignee: string | null; answer: string | null; answeredBy: string | null }>(
    'SELECT assignee, answer, answered_by AS "answeredBy" FROM ai_cos_tasks WHERE action_id = $1',
    [actionId]
  );
  const task = rows[0];
  const name = actorName(actor);
  if (actor.kind !== 'person' || task?.assignee !== name) assertResponsible(action, actor);
  // The same answer of the same person again is the same click.
  if (task?.answer === answer && task.answeredBy === name) return { actionId, state: action.state };
  const moved = await execution.answerTask({ actionId, answer, note, personId: name, route: actor.route });
  return { actionId, state: moved.state };
}

/** A person says what became of an action whose result nobody could tell. */
export async function resolveUnknown(
  { pool, clock, dispatcher }: Pick<ApprovalOptions, 'pool' | 'clock' | 'dispatcher'>,
  command: FollowUp & { outcome: 'succeeded' | 'failed'; reason: string }
): Promise<DecisionResult> {
  const { actionId, outcome, reason, actor, idempotencyKey } = command;
  const keyed = { actor: actorName(actor), key: `${idempotencyKey}:${actionId}`, request: { outcome, reason } };
  return inTransaction(pool, async (tx) => {
    const known = await answerOfKey<DecisionResult>(tx, keyed);
    if (known !== undefined) return known;
    const action = await lockAction(tx, actionId);
    if (action === undefined)
      throw new DomainError('action_not_found', `There is no action ${actionId}.`, { status: 404 });
    assertResponsible(action, actor);
    const asOf = clock.now();
    const { lagDays, windowDays } = actionTypes[action.type];
    const moved = await transitionAction(tx, {
      id: actionId,
      from: 'unknown',
      to: outcome,
      reason,
      actor: actorName(actor),
      route: actor.route,
      asOf,
      event: 'action.resolved_by_person',
      ...(outcome === 'succeeded' && {
        set: {
          executedAt: { inMs: 0 },
          executedAsOf: asOf,
          verifyDueAsOf: new Date(asOf.getTime() + (lagDays + windowDays) * DAY_MS),
        },
      }),
    });
    if (moved === undefined) {
      throw new DomainError('not_unknown', `The action is ${action.state.replaceAll('_', ' ')}.`, { status: 409 });
    }
    if (outcome === 'failed') await cancelDependents(tx, actionId, asOf);
    else await dispatcher.send(tx, 'verify', { id: actionId });
    const result = { actionId, state: moved.state };
    await rememberAnswer(tx, keyed, result);
    return result;
  });
}

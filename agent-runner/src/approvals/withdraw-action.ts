import { DomainError, inTransaction } from '@ai-cos/service-kit';
import { lockAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import { cancelDependents } from '../execution/dependents.ts';
import { actorName, isAdmin, type Actor } from '../identity/actor.ts';
import type { ApprovalOptions, DecisionResult } from './decide-action.ts';
import { votesOf } from './history.ts';
import { answerOfKey, rememberAnswer } from './request-key.ts';

export interface WithdrawCommand {
  actionId: string;
  reason: string;
  idempotencyKey: string;
  actor: Actor;
}

const WAITING = ['proposed', 'pending_approval', 'changes_requested', 'approved'] as const;

/** Takes an action back before it runs; open to its requesters, to those who approved it and to admins. */
export async function withdrawAction(options: ApprovalOptions, command: WithdrawCommand): Promise<DecisionResult> {
  const { actionId, reason, actor, idempotencyKey } = command;
  const keyed = { actor: actorName(actor), key: `${idempotencyKey}:${actionId}`, request: { withdraw: reason } };
  return inTransaction(options.pool, async (tx) => {
    const known = await answerOfKey<DecisionResult>(tx, keyed);
    if (known !== undefined) return known;
    const action = await lockAction(tx, actionId);
    if (action === undefined) {
      throw new DomainError('action_not_found', `There is no action ${actionId}.`, { status: 404 });
    }
    if (!mayWithdraw(action, actor, await votesOf(tx, actionId))) {
      throw new DomainError('not_eligible', 'Only who asked for it, who approved it or an admin may withdraw it.', {
        status: 403,
      });
    }
    const moved = await transitionAction(tx, {
      id: actionId,
      from: WAITING,
      to: 'cancelled',
      reason,
      actor: actorName(actor),
      route: actor.route,
      asOf: options.clock.now(),
      event: 'action.withdrawn',
    });
    if (moved === undefined) {
      const state = action.state.replaceAll('_', ' ');
      throw new DomainError('too_late', `The action is ${state}; only a compensation can undo it now.`, {
        status: 409,
      });
    }
    await cancelDependents(tx, actionId, options.clock.now());
    const result = { actionId, state: moved.state };
    await rememberAnswer(tx, keyed, result);
    return result;
  });
}

function mayWithdraw(action: ActionRow, actor: Actor, votes: Awaited<ReturnType<typeof votesOf>>): boolean {
  if (actor.kind !== 'person' || !actor.active) return false;
  if (isAdmin(actor) || action.requesters.includes(actor.personId)) return true;
  return votes.some(({ personId, verdict }) => personId === actor.personId && verdict === 'approve');
}

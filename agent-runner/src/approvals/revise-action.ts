import { DomainError, inTransaction, type Db } from '@ai-cos/service-kit';
import { randomUUID } from 'node:crypto';
import { actionDigest } from '../actions/digest.ts';
import { insertAction } from '../actions/insert.ts';
import { checkedParameters } from '../actions/parameters.ts';
import type { NewAction } from '../actions/propose.ts';
import { lockAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import { appendAudit } from '../audit/append.ts';
import { actorName, type Actor } from '../identity/actor.ts';
import type { ApprovalOptions } from './decide-action.ts';
import { answerOfKey, rememberAnswer } from './request-key.ts';

export interface RevisionCommand {
  actionId: string;
  parameters: Readonly<Record<string, unknown>>;
  reason: string;
  idempotencyKey: string;
  actor: Actor;
}

export interface RevisionResult {
  actionId: string;
  revision: number;
  digest: string;
}

const REVISABLE = ['pending_approval', 'changes_requested', 'approved'] as const;

/**
 * New parameters are a new row with no votes; the old one is superseded, whoever waited for it now waits for the new
 * one, and the editor joins the requesters, so somebody else has to approve.
 */
export async function reviseAction(options: ApprovalOptions, command: RevisionCommand): Promise<RevisionResult> {
  const { actionId, actor, reason, idempotencyKey } = command;
  if (actor.kind !== 'person' || !actor.active || actor.groups.length === 0) {
    throw new DomainError('not_eligible', 'Only approvers may change an action.', { status: 403 });
  }
  const keyed = {
    actor: actorName(actor),
    key: `${idempotencyKey}:${actionId}`,
    request: { revise: command.parameters, reason },
  };
  return inTransaction(options.pool, async (tx) => {
    const known = await answerOfKey<RevisionResult>(tx, keyed);
    if (known !== undefined) return known;
    const old = await lockAction(tx, actionId);
    if (old === undefined) {
      throw new DomainError('action_not_found', `There is no action ${actionId}.`, { status: 404 });
    }
    const by = { actor: actorName(actor), route: actor.route, asOf: options.clock.now() };
    const superseded = await transitionAction(tx, { id: actionId, from: REVISABLE, to: 'superseded', reason, ...by });
    if (superseded === undefined) {
      throw new DomainError('not_revisable', `The action is ${old.state.replaceAll('_', ' ')} and cannot be changed.`, {
        status: 409,
      });
    }
    const next = await insertAction(tx, revisionOf(old, command, actor.personId), by);
    await repointDependents(tx, { from: old.id, to: next.id, ...by });
    const expiry = { inMs: next.expiresInMinutes * 60_000 };
    await transitionAction(tx, {
      id: next.id,
      from: 'proposed',
      to: 'pending_approval',
      reason,
      set: { approvalExpiresAt: expiry },
      ...by,
    });
    await options.dispatcher.send(tx, 'expire', { id: next.id }, { startAfter: expiry });
    const result = { actionId: next.id, revision: next.revision, digest: next.digest };
    await rememberAnswer(tx, keyed, result);
    return result;
  });
}

function revisionOf(old: ActionRow, command: RevisionCommand, editor: string): NewAction {
  const parameters = checkedParameters(old.type, command.parameters);
  const id = randomUUID();
  const revision = old.revision + 1;
  const {
    createdAt: _createdAt,
    state: _state,
    stateReason: _stateReason,
    stateSinceAt: _stateSinceAt,
    rowVersion: _rowVersion,
    attempt: _attempt,
    leaseUntil: _leaseUntil,
    retryAfterAt: _retryAfterAt,
    executedAt: _executedAt,
    executedAsOf: _executedAsOf,
    verifyDueAsOf: _verifyDueAsOf,
    receipt: _receipt,
    baseline: _baseline,
    approvedDigest: _approvedDigest,
    approvalExpiresAt: _approvalExpiresAt,
    escalatedAt: _escalatedAt,
    ...kept
  } = old;
  return {
    ...kept,
    id,
    revision,
    parameters,
    // A resolved target belongs to the old parameters.
    target: {},
    digest: actionDigest({ ...kept, actionId: id, revision, parameters, target: {} }),
    supersedesId: old.id,
    requesters: [...new Set([...old.requesters, editor])],
    requiresValidation: true,
  };
}

async function repointDependents(
  tx: Db,
  { from, to, actor, route, asOf }: { from: string; to: string; actor: string; route: string; asOf: Date }
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE ai_cos_actions SET depends_on = array_replace(depends_on, $1::uuid, $2::uuid),
            optional_dependencies = array_replace(optional_dependencies, $1::uuid, $2::uuid),
            row_version = row_version + 1
      WHERE depends_on @> ARRAY[$1::uuid] RETURNING id`,
    [from, to]
  );
  for (const { id } of rows) {
    await appendAudit(tx, { event: 'action.repointed', ref: id, actor, route, asOf, detail: { from, to } });
  }
}

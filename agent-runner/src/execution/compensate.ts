import { actionTypes, type ActionTypeRecord } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Db, type Pool } from '@ai-cos/service-kit';
import { proposeActions, type Governance } from '../actions/propose.ts';
import { loadAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import type { ActionState } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { fillBody } from '../connectors/template.ts';

export interface CompensationOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
  readonly governance: (db: Db) => Promise<Governance>;
}

export interface CompensationRequest {
  readonly actionId: string;
  readonly reason: string;
  /** `verification`, or the person who asked for the roll-back. */
  readonly actor: string;
  readonly route: string;
}

const undoable: readonly ActionState[] = ['succeeded', 'verified', 'ineffective', 'unverifiable', 'harmful'];

/**
 * Undoes an executed action by an action of its own, with its own key; the digest that was approved names the
 * compensation, so the approval covers it. Returns its id, or null when the type cannot be undone or it already is.
 */
export async function compensate(options: CompensationOptions, request: CompensationRequest): Promise<string | null> {
  return inTransaction(options.pool, async (tx) => {
    const action = await loadAction(tx, request.actionId);
    if (action === undefined || action.compensation === null || action.receipt === null) return null;
    const asOf = options.clock.now();
    const { actor, route, reason } = request;
    const moved = await transitionAction(tx, {
      id: action.id,
      from: undoable,
      to: 'rolling_back',
      reason,
      actor,
      route,
      asOf,
    });
    if (moved === undefined) return null;
    const [proposed] = await proposeActions(
      tx,
      {
        eventId: action.eventId,
        planId: action.planId,
        requesters: action.requesters,
        simulated: action.simulated,
        asOf,
        actor,
        route,
        traceContext: action.traceContext,
        governance: await options.governance(tx),
        dispatcher: options.dispatcher,
      },
      [await undoing(tx, action, reason)]
    );
    if (proposed === undefined) return null;
    await approveAsCovered(tx, proposed, action, asOf);
    await options.dispatcher.send(tx, 'execute', { id: proposed.id });
    return proposed.id;
  });
}

async function undoing(
  db: Db,
  action: ActionRow,
  reason: string
): Promise<Parameters<typeof proposeActions>[2][number]> {
  if (action.compensation === null) throw new Error(`${action.type} has no compensation`);
  const type: ActionTypeRecord = actionTypes[action.type];
  const { rows } = await db.query<{ response: unknown }>(
    `SELECT response FROM ai_cos_action_attempts WHERE action_id = $1 AND outcome = 'succeeded' ORDER BY attempt DESC LIMIT 1`,
    [action.id]
  );
  const source = {
    ...action.parameters,
    title: action.title,
    before: action.receipt?.before,
    result: rows[0]?.response,
  };
  const parameters = actionTypes[action.compensation].params.parse(fillBody(type.compensationParams ?? {}, source));
  return {
    agentId: action.agentId,
    type: action.compensation,
    parameters,
    title: `Undo: ${action.title}`,
    description: reason,
    kpiIds: action.kpiIds,
    expectedImprovement: [],
    risk: actionTypes[action.compensation].baseRisk,
    confidence: 90,
    priority: 'high',
    urgency: action.urgency,
    squadId: action.squadId,
    findingIds: action.findingIds,
    compensatesId: action.id,
  };
}

async function approveAsCovered(db: Db, proposed: ActionRow, original: ActionRow, asOf: Date): Promise<void> {
  if (proposed.state !== 'pending_approval') return;
  const reason = `covered by the approval of ${original.id}, whose digest names this compensation`;
  await db.query(
    `INSERT INTO ai_cos_approvals (action_id, revision, kind, verdict, reason, digest, route, as_of)
     VALUES ($1, $2, 'policy', 'approve', $3, $4, 'execution', $5)`,
    [proposed.id, proposed.revision, reason, proposed.digest, asOf]
  );
  await transitionAction(db, {
    id: proposed.id,
    from: 'pending_approval',
    to: 'approved',
    reason,
    actor: 'executor',
    route: 'execution',
    asOf,
    set: { approvedDigest: proposed.digest, approvalExpiresAt: { inMs: proposed.expiresInMinutes * 60_000 } },
  });
}

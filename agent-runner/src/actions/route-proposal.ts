import type { Db } from '@ai-cos/service-kit';
import { approvalValidity } from '../approvals/validity.ts';
import type { ProposalContext } from './propose.ts';
import { transitionAction, type TransitionRequest } from './transition.ts';
import type { ActionRow } from './types.ts';

/** Sends a proposed action on its way; the grant of a policy is stored like a person's vote. */
export async function routeProposal(db: Db, action: ActionRow, context: ProposalContext): Promise<ActionRow> {
  const { actor, route, asOf, governance } = context;
  const base = { id: action.id, from: 'proposed', rowVersion: action.rowVersion, actor, route, asOf } as const;
  const onlySimulated =
    governance.mode === 'forecast'
      ? 'in forecast mode nothing is executed'
      : governance.whyOnlySimulated(action.kpiIds);
  if (onlySimulated !== null) return moved(db, { ...base, to: 'simulated', reason: onlySimulated });
  if (action.requiresValidation) {
    await context.dispatcher.send(db, 'expire', { id: action.id }, { startAfter: validity(action) });
    return moved(db, { ...base, to: 'pending_approval', reason: null, set: { approvalExpiresAt: validity(action) } });
  }
  await context.dispatcher.send(db, 'execute', { id: action.id });
  await db.query(
    `INSERT INTO ai_cos_approvals (action_id, revision, kind, verdict, reason, digest, route, as_of)
     VALUES ($1, $2, 'policy', 'approve', $3, $4, $5, $6)`,
    [action.id, action.revision, `policy grant in mode ${governance.mode}`, action.digest, route, asOf]
  );
  return moved(db, {
    ...base,
    to: 'approved',
    reason: `policy grant in mode ${governance.mode}`,
    set: { approvedDigest: action.digest, approvalExpiresAt: approvalValidity(action) },
  });
}

function validity({ expiresInMinutes }: ActionRow): { inMs: number } {
  return { inMs: expiresInMinutes * 60_000 };
}

async function moved(db: Db, request: TransitionRequest): Promise<ActionRow> {
  const row = await transitionAction(db, request);
  if (row === undefined) throw new Error(`action ${request.id} left the state proposed within its own transaction`);
  return row;
}

import type { Db } from '@ai-cos/service-kit';
import { transitionAction } from '../actions/transition.ts';
import type { ClaimedAction } from './claim.ts';

/** The cure has run: the event opens no new plan before the verdict is due. */
export async function markRecovering(db: Db, actionId: string): Promise<void> {
  await db.query(
    `UPDATE ai_cos_coordination_events SET recovering = true, row_version = row_version + 1
      WHERE id = (SELECT event_id FROM ai_cos_actions WHERE id = $1) AND NOT recovering AND closed_at IS NULL`,
    [actionId]
  );
}

/** When a compensation ends, so does the roll-back of what it undoes: a failed one leaves the harm for a person to see. */
export async function settleCompensated(db: Db, action: ClaimedAction, state: string, asOf: Date): Promise<void> {
  if (action.compensatesId === null || (state !== 'succeeded' && state !== 'failed' && state !== 'unknown')) return;
  const done = state === 'succeeded';
  await transitionAction(db, {
    id: action.compensatesId,
    from: 'rolling_back',
    to: done ? 'rolled_back' : 'harmful',
    reason: done ? 'the compensation succeeded' : 'the compensation did not succeed: a person must undo it',
    actor: 'executor',
    route: 'execution',
    asOf,
    detail: { compensation: action.id },
  });
}

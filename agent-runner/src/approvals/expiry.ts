import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { lockAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Sweep } from '../dispatch/sweeper.ts';
import { cancelDependents } from '../execution/dependents.ts';
import { wallNow } from './wall-time.ts';

export interface ExpiryOptions {
  pool: Pool;
  clock: Clock;
  dispatcher: Pick<Dispatcher, 'send'>;
}

/** Fail-closed: what nobody decided or carried out in time ends. A timer that comes late or too early does nothing. */
export async function expireAction({ pool, clock }: ExpiryOptions, id: string): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const action = await lockAction(tx, id);
    const expiresAt = action?.approvalExpiresAt ?? null;
    if (expiresAt === null || expiresAt > (await wallNow(tx))) return false;
    const moved = await transitionAction(tx, {
      id,
      from: ['pending_approval', 'approved'],
      to: 'expired',
      reason: 'nobody decided or carried it out in time',
      actor: 'system',
      route: 'timer',
      asOf: clock.now(),
    });
    if (moved === undefined) return false;
    await cancelDependents(tx, id, clock.now());
    return true;
  });
}

/** Starts the time of approved steps whose dependencies are done, and wakes the timer of everything overdue. */
export function expirySweep(options: ExpiryOptions): Sweep {
  const { pool, dispatcher } = options;
  return async () => {
    await pool.query(
      `UPDATE ai_cos_actions a
          SET approval_expires_at = clock_timestamp() + a.expires_in_minutes * interval '1 minute'
        WHERE a.state = 'approved' AND cardinality(a.depends_on) > 0
          AND a.approval_expires_at > clock_timestamp() + a.expires_in_minutes * interval '1 minute'
          AND NOT EXISTS (SELECT 1 FROM ai_cos_actions d WHERE d.id = ANY (a.depends_on)
                AND d.state IN ('proposed', 'pending_approval', 'changes_requested', 'approved', 'executing', 'unknown'))`
    );
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM ai_cos_actions WHERE state IN ('pending_approval', 'approved')
          AND approval_expires_at <= clock_timestamp() ORDER BY approval_expires_at LIMIT 200`
    );
    for (const { id } of rows) await dispatcher.send(pool, 'expire', { id });
    return rows.length;
  };
}

import type { Clock, Pool } from '@ai-cos/service-kit';
import type { Sweep } from '../dispatch/sweeper.ts';
import type { Policy } from '../governance/policy.ts';

/**
 * Lets one more group decide when part of the time to expiry has passed. It never approves, never lowers the number of
 * people needed and never moves the expiry.
 */
export function escalationSweep({ pool, clock, policy }: { pool: Pool; clock: Clock; policy: Policy }): Sweep {
  const { afterShare, to } = policy.escalation;
  return async () => {
    const { rowCount } = await pool.query(
      `WITH due AS (
         UPDATE ai_cos_actions a
            SET escalated_at = clock_timestamp(), row_version = row_version + 1,
                approval_slots = (
                  SELECT jsonb_agg(CASE WHEN slot ? $2 OR slot ? 'any' THEN slot ELSE slot || to_jsonb($2::text) END
                                   ORDER BY place)
                    FROM jsonb_array_elements(a.approval_slots) WITH ORDINALITY AS s (slot, place))
          WHERE a.state = 'pending_approval' AND a.escalated_at IS NULL
            AND a.state_since_at + (a.approval_expires_at - a.state_since_at) * $1::float8 <= clock_timestamp()
         RETURNING id, row_version, approval_slots),
       told AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, row_version FROM due),
       noted AS (
         INSERT INTO ai_cos_audit_log (event, ref, actor, route, as_of, detail)
         SELECT 'action.escalated', id, 'system', 'timer', $3, jsonb_build_object('slots', approval_slots) FROM due)
       SELECT id FROM due`,
      [afterShare, to, clock.now()]
    );
    return rowCount ?? 0;
  };
}

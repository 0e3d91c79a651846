import type { Db } from '@ai-cos/service-kit';
import type { Receipt } from '../contract/index.ts';
import type { ClaimedAction } from './claim.ts';

export interface Settlement {
  readonly state: 'executing' | 'succeeded' | 'failed' | 'unknown' | 'cancelled';
  readonly outcome: 'succeeded' | 'failed' | 'retry' | 'unknown' | 'stopped' | 'waiting';
  readonly reason: string | null;
  readonly asOf: Date;
  /** Milliseconds until the lease ends; null: no lease, a person has it. */
  readonly leaseMs?: number | null;
  readonly receipt?: Omit<Receipt, 'at'>;
  /** The target's answer as it came. */
  readonly response?: unknown;
  readonly baseline?: unknown;
  readonly verifyDueAsOf?: Date;
}

/**
 * Writes the result of an attempt, fenced by its number: false when the action has meanwhile been taken over or moved,
 * and then nothing is written.
 */
export async function settle(db: Db, action: ClaimedAction, settlement: Settlement): Promise<boolean> {
  const { state, outcome, reason, asOf, leaseMs, receipt, response, baseline, verifyDueAsOf } = settlement;
  const { rowCount } = await db.query(
    `WITH t AS (
       UPDATE ai_cos_actions
       SET state = $3, state_reason = $5, row_version = row_version + 1,
           state_since_at = CASE WHEN state = $3 THEN state_since_at ELSE clock_timestamp() END,
           lease_until = CASE WHEN $3 = 'executing' THEN clock_timestamp() + $7::float8 * interval '1 millisecond' END,
           receipt = coalesce($8::jsonb || jsonb_build_object('at', clock_timestamp()), receipt), baseline = coalesce($9::jsonb, baseline),
           executed_at = CASE WHEN $3 = 'succeeded' THEN clock_timestamp() ELSE executed_at END,
           executed_as_of = CASE WHEN $3 = 'succeeded' THEN $6 ELSE executed_as_of END,
           verify_due_as_of = coalesce($10, verify_due_as_of)
       WHERE id = $1 AND attempt = $2 AND state = 'executing'
       RETURNING id, row_version),
     a AS (UPDATE ai_cos_action_attempts SET finished_at = clock_timestamp(), outcome = $4, error = $5, response = $11::jsonb
           WHERE action_id = (SELECT id FROM t) AND attempt = $2),
     o AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, row_version FROM t)
     INSERT INTO ai_cos_audit_log (event, actor, ref, as_of, detail)
     SELECT 'action.' || $4, 'executor', id::text, $6,
            jsonb_build_object('attempt', $2::int, 'state', $3::text, 'reason', $5::text) FROM t`,
    [
      action.id,
      action.attempt,
      state,
      outcome,
      reason,
      asOf,
      leaseMs ?? null,
      json(receipt),
      json(baseline),
      verifyDueAsOf ?? null,
      json(response),
    ]
  );
  return rowCount === 1;
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

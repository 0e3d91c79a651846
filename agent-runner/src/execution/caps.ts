import { actionTypes, isActionTypeId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { Policy } from '../governance/policy.ts';

export type Caps = Policy['caps'];

interface Usage {
  readonly type: string;
  readonly ofType: number;
  readonly ofAgent: number;
  readonly ofCompany: number;
  readonly cost: number;
  readonly spentByAgent: number;
  readonly spentByCompany: number;
}

const dayMs = 86_400_000;

/**
 * Why an approved action must wait for a cap, or null. Effects are counted over the last hour of wall time, money over
 * the last business day. Two actions claimed in the same instant may pass together: caps bound a run-away, they are no
 * budget.
 */
export async function whyHeld(db: Db, actionId: string, caps: Caps, asOf: Date): Promise<string | null> {
  const { rows } = await db.query<Usage>(
    `WITH mine AS (SELECT type, agent_id, coalesce(cost_amount, 0)::float8 AS cost FROM ai_cos_actions WHERE id = $1),
     recent AS (
       SELECT a.type, a.agent_id FROM ai_cos_action_attempts t JOIN ai_cos_actions a ON a.id = t.action_id
        WHERE t.kind = 'call' AND t.started_at > clock_timestamp() - interval '1 hour'),
     spent AS (
       SELECT agent_id, coalesce(cost_amount, 0)::float8 AS cost FROM ai_cos_actions
        WHERE executed_as_of > $2 AND state NOT IN ('failed', 'cancelled'))
     SELECT m.type, m.cost,
            (SELECT count(*) FROM recent r WHERE r.type = m.type)::int AS "ofType",
            (SELECT count(*) FROM recent r WHERE r.agent_id = m.agent_id)::int AS "ofAgent",
            (SELECT count(*) FROM recent)::int AS "ofCompany",
            (SELECT coalesce(sum(s.cost), 0) FROM spent s WHERE s.agent_id = m.agent_id) AS "spentByAgent",
            (SELECT coalesce(sum(s.cost), 0) FROM spent s) AS "spentByCompany"
       FROM mine m`,
    [actionId, new Date(asOf.getTime() - dayMs)]
  );
  const usage = rows[0];
  return usage === undefined ? null : capReached(usage, caps);
}

export function capReached(usage: Usage, caps: Caps): string | null {
  const perHour = isActionTypeId(usage.type) ? actionTypes[usage.type].ratePerHour : 0;
  if (usage.ofType >= perHour) return `${String(perHour)} actions of this kind ran within the hour`;
  if (usage.ofAgent >= caps.effectsPerHourPerAgent) return 'the agent reached its number of effects per hour';
  if (usage.ofCompany >= caps.effectsPerHour) return 'the company reached its number of effects per hour';
  if (usage.cost === 0) return null;
  if (usage.spentByAgent + usage.cost > caps.spendPerDayPerAgent) return 'the agent reached its spending of the day';
  if (usage.spentByCompany + usage.cost > caps.spendPerDay) return 'the company reached its spending of the day';
  return null;
}

/** Leaves the action approved and says why it waits; the sweep tries again after a minute. False when it is not approved. */
export async function hold(db: Db, actionId: string, reason: string, asOf: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH t AS (
       UPDATE ai_cos_actions SET retry_after_at = clock_timestamp() + interval '1 minute', state_reason = $2,
              row_version = row_version + 1
        WHERE id = $1 AND state = 'approved' RETURNING id, row_version),
     o AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, row_version FROM t)
     INSERT INTO ai_cos_audit_log (event, actor, ref, as_of, detail)
     SELECT 'action.held', 'executor', id::text, $3, jsonb_build_object('reason', $2::text) FROM t`,
    [actionId, `waits: ${reason}`, asOf]
  );
  return rowCount === 1;
}

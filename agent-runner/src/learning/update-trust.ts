import type { Db } from '@ai-cos/service-kit';
import { trustOf, type Trust, type TrustVerdict } from './trust.ts';

export interface TrustKey {
  readonly agentId: string;
  readonly actionType: string;
  readonly asOf: Date;
}

/**
 * Verdicts that count: success = own postcheck true and the plan not harmful. Unverifiable ones, and work a person did
 * differently from what was approved, move nothing.
 */
export async function trustHistory(db: Db, { agentId, actionType }: TrustKey): Promise<TrustVerdict[]> {
  const { rows } = await db.query<TrustVerdict>(
    `SELECT o.postcheck IS TRUE AND o.verdict <> 'harmful' AS success, o.decided_as_of AS "decidedAsOf"
       FROM ai_cos_outcomes o
       JOIN ai_cos_actions a ON a.id = o.action_id
       LEFT JOIN ai_cos_tasks t ON t.action_id = a.id
      WHERE o.scope = 'action' AND o.verdict <> 'unverifiable' AND a.agent_id = $1 AND a.type = $2
        AND a.compensates_id IS NULL AND t.answer IS DISTINCT FROM 'done_differently'
      ORDER BY o.decided_as_of, o.id`,
    [agentId, actionType]
  );
  return rows;
}

/** Recomputes and stores the trust of an agent in an action type; returns it. */
export async function updateTrust(db: Db, key: TrustKey): Promise<Trust> {
  const trust = trustOf(await trustHistory(db, key), key.asOf);
  await db.query(
    `INSERT INTO ai_cos_trust (agent_id, action_type, successes, failures, verdicts, updated_as_of)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (agent_id, action_type) DO UPDATE
       SET successes = excluded.successes, failures = excluded.failures, verdicts = excluded.verdicts,
           updated_as_of = excluded.updated_as_of, row_version = ai_cos_trust.row_version + 1`,
    [key.agentId, key.actionType, trust.successes, trust.failures, trust.verdicts, key.asOf]
  );
  return trust;
}

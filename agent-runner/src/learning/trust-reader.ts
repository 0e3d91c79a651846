import type { ActionTypeId, AgentId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { EarnedTrust } from '../governance/autonomy.ts';
import type { TrustReader } from '../governance/current.ts';
import { trustOf, type TrustPolicy, type TrustVerdict } from './trust.ts';

interface VerdictRow extends TrustVerdict {
  readonly agentId: string;
  readonly actionType: string;
}

/** What every agent has earned with every action type as of a business moment, by the limits of the policy. */
export function trustReader(policy: TrustPolicy): TrustReader {
  return (db, asOf) => readTrust(db, asOf, policy);
}

async function readTrust(db: Db, asOf: Date, policy: TrustPolicy): ReturnType<TrustReader> {
  const { rows } = await db.query<VerdictRow>(
    `SELECT a.agent_id AS "agentId", a.type AS "actionType",
            o.postcheck IS TRUE AND o.verdict <> 'harmful' AS success, o.decided_as_of AS "decidedAsOf"
       FROM ai_cos_outcomes o
       JOIN ai_cos_actions a ON a.id = o.action_id
       LEFT JOIN ai_cos_tasks t ON t.action_id = a.id
      WHERE o.scope = 'action' AND o.verdict <> 'unverifiable' AND a.compensates_id IS NULL
        AND t.answer IS DISTINCT FROM 'done_differently' AND o.decided_as_of <= $1
      ORDER BY o.decided_as_of, o.id`,
    [asOf]
  );
  const histories = new Map<string, TrustVerdict[]>();
  for (const row of rows) {
    const key = `${row.agentId} ${row.actionType}`;
    histories.set(key, [...(histories.get(key) ?? []), row]);
  }
  const untried: EarnedTrust = { whyNot: trustOf([], asOf, policy).whyNot };
  const earned = new Map<string, EarnedTrust>(
    [...histories].map(([key, history]) => [key, { whyNot: trustOf(history, asOf, policy).whyNot }])
  );
  return (agent: AgentId, type: ActionTypeId) => earned.get(`${agent} ${type}`) ?? untried;
}

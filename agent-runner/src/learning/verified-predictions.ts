import { actionTypeIds, actionTypes, type TargetSystem } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { ScenarioType } from '../contract/index.ts';
import type { VerifiedPrediction } from '../simulation/hit-rate.ts';

/** The systems whose actions move the levers of a scenario. */
const systemsOf: Readonly<Record<ScenarioType, readonly TargetSystem[]>> = {
  budget: ['finance', 'ads', 'helpdesk'],
  pricing: ['price-list'],
  inventory: ['erp', 'warehouse'],
  campaign: ['ads'],
};

/**
 * What was promised of executed actions on the levers of a scenario and what came of it, newest first. Confounded
 * outcomes say nothing about a prediction and are left out.
 */
export async function verifiedPredictions(db: Db, scenario: ScenarioType, limit = 10): Promise<VerifiedPrediction[]> {
  const types = actionTypeIds.filter((id) => systemsOf[scenario].includes(actionTypes[id].system));
  const { rows } = await db.query<VerifiedPrediction>(
    `SELECT (p.promise ->> 'low')::float8 AS low, (p.promise ->> 'high')::float8 AS high, o.realised::float8 AS realised
       FROM ai_cos_outcomes o
       JOIN ai_cos_actions a ON a.id = o.action_id
       CROSS JOIN LATERAL (
         SELECT e AS promise FROM jsonb_array_elements(a.expected_improvement) e WHERE e ->> 'kpiId' = o.kpi_id LIMIT 1) p
      WHERE o.scope = 'action' AND o.verdict <> 'unverifiable' AND o.realised IS NOT NULL AND a.type = ANY ($1)
      ORDER BY o.decided_as_of DESC, o.id LIMIT $2`,
    [types, limit]
  );
  return rows;
}

import { actionTypes, agentIds, type ActionTypeId, type AgentId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { Governance } from '../actions/propose.ts';
import type { TrustView } from '../contract/index.ts';
import { whyNotAlone } from '../governance/autonomy.ts';
import { betaQuantile } from '../learning/beta.ts';

interface TrustRow {
  agentId: AgentId;
  actionType: ActionTypeId;
  successes: number;
  failures: number;
  verdicts: number;
}

/** Trust of every agent in every action type it has verdicts for, and whether that lets it run alone in auto-drive. */
export async function trustViews(db: Db, governance: Governance): Promise<TrustView[]> {
  const { rows } = await db.query<TrustRow>(
    `SELECT agent_id AS "agentId", action_type AS "actionType", successes::float8, failures::float8, verdicts
       FROM ai_cos_trust WHERE agent_id = ANY ($1) ORDER BY agent_id, action_type`,
    [agentIds]
  );
  return rows
    .filter(({ actionType }) => Object.hasOwn(actionTypes, actionType))
    .map((row) => {
      const { agentId, actionType, successes, failures } = row;
      const whyNot = whyNotAlone(
        {
          mode: 'auto-drive',
          type: actionType,
          risk: actionTypes[actionType].baseRisk,
          amount: 0,
          boardObjection: false,
          trust: governance.trustOf(agentId, actionType),
          breakerOpen: governance.breakerOpen,
        },
        governance.policy
      );
      return {
        ...row,
        mean: (1 + successes) / (2 + successes + failures),
        lowerBound: betaQuantile(0.05, 1 + successes, 1 + failures),
        mayRunAlone: whyNot === null,
        whyNot,
      };
    });
}

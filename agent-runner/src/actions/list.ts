import type { Db } from '@ai-cos/service-kit';
import type { ActionsQuery } from '../contract/index.ts';
import { actionSelect } from './columns.ts';
import type { ActionRow } from './types.ts';

/** One page; the cursor is the id of the last row of the page before. */
export async function listActions(db: Db, query: ActionsQuery): Promise<ActionRow[]> {
  const states = query.state === undefined ? null : Array.isArray(query.state) ? query.state : [query.state];
  const order = query.sort === 'urgency' ? 'urgency' : 'created_at';
  const { rows } = await db.query<ActionRow>(
    `SELECT ${actionSelect} FROM ai_cos_actions
      WHERE ($1::text[] IS NULL OR state = ANY ($1)) AND ($2::text IS NULL OR squad_id = $2)
        AND ($3::text IS NULL OR pole = $3) AND ($4::text IS NULL OR $4 = ANY (kpi_ids))
        AND ($5::text IS NULL OR agent_id = $5) AND ($6::text IS NULL OR risk_tier = $6)
        AND ($7::uuid IS NULL OR plan_id = $7)
        AND ($8::uuid IS NULL OR (${order}, id) < (SELECT ${order}, id FROM ai_cos_actions WHERE id = $8))
      ORDER BY ${order} DESC, id DESC LIMIT $9`,
    [
      states,
      query.squad ?? null,
      query.pole ?? null,
      query.kpi ?? null,
      query.agent ?? null,
      query.riskTier ?? null,
      query.planId ?? null,
      query.cursor ?? null,
      query.limit,
    ]
  );
  return rows;
}

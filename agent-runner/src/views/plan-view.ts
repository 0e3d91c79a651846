import type { Db } from '@ai-cos/service-kit';
import { actionSelect } from '../actions/columns.ts';
import type { ActionRow } from '../actions/types.ts';
import type { BoardVote, Plan } from '../contract/index.ts';
import { traceIdOf } from '../telemetry/tracing.ts';
import { actionSummaries } from './action-view.ts';
import { relevanceOf } from './event-view.ts';
import { findingsOfPlan } from './finding-view.ts';
import { outcomesOf } from './outcome-view.ts';
import type { Viewer } from './viewer.ts';

type PlanRow = Pick<
  Plan,
  | 'id'
  | 'eventId'
  | 'revision'
  | 'hash'
  | 'summary'
  | 'rootCauses'
  | 'squadIds'
  | 'steps'
  | 'resolutions'
  | 'priorities'
  | 'notes'
> & { traceContext: string | null; createdAt: Date; createdAsOf: Date };

export async function planDetail(db: Db, viewer: Viewer, id: string): Promise<Plan | undefined> {
  const { rows } = await db.query<PlanRow>(
    `SELECT id, event_id AS "eventId", revision, hash, summary, root_causes AS "rootCauses", squad_ids AS "squadIds", steps,
            resolutions, priorities, notes, trace_context AS "traceContext", created_at AS "createdAt",
            created_as_of AS "createdAsOf"
       FROM ai_cos_plans WHERE id = $1`,
    [id]
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { traceContext, ...plan } = row;
  const actions = await actionsOf(db, row);
  return {
    ...plan,
    findings: await findingsOfPlan(db, id),
    relevance: await relevanceOf(db, row.eventId, row.revision),
    actions: await actionSummaries(db, viewer, actions),
    boardVotes: await votesOn(
      db,
      actions.map((action) => action.id)
    ),
    outcomes: await outcomesOf(db, { planId: id, actionId: null }),
    traceId: traceIdOf(traceContext),
    createdAt: row.createdAt.toISOString(),
    createdAsOf: row.createdAsOf.toISOString(),
  };
}

/** The steps of the plan, kept ones of earlier revisions included, and what replaced or undid them. */
async function actionsOf(db: Db, { id, steps }: PlanRow): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>(
    `WITH RECURSIVE wanted AS (
       SELECT a.id FROM ai_cos_actions a WHERE a.plan_id = $1 OR a.id = ANY ($2)
       UNION SELECT a.id FROM ai_cos_actions a JOIN wanted w ON a.supersedes_id = w.id OR a.compensates_id = w.id)
     SELECT ${actionSelect} FROM ai_cos_actions WHERE id IN (SELECT id FROM wanted) ORDER BY step_order, created_at, id`,
    [id, steps.map(({ actionId }) => actionId)]
  );
  return rows;
}

async function votesOn(db: Db, actionIds: readonly string[]): Promise<BoardVote[]> {
  const { rows } = await db.query<BoardVote>(
    `SELECT member, action_id AS "actionId", agrees, weight::float8, reason FROM ai_cos_board_votes
      WHERE action_id = ANY ($1) ORDER BY action_id, member`,
    [actionIds]
  );
  return rows;
}

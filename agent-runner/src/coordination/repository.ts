import type { Db } from '@ai-cos/service-kit';
import type { RecordedQuery } from '../agents/company/recording-reader.ts';
import type { ClaimedEvent } from './claim.ts';
import type { CoordinationInput, Draft } from './types.ts';

interface StoredPlan {
  readonly planId: string;
  readonly event: ClaimedEvent;
  readonly draft: Draft;
}

export async function insertPlan(
  db: Db,
  {
    planId,
    event,
    draft,
    ids,
    hash,
    summary,
  }: StoredPlan & { ids: ReadonlyMap<string, string>; hash: string; summary: string }
): Promise<void> {
  const actionId = (key: string): string | undefined => ids.get(key);
  const steps = draft.steps.map(({ key, order, dependsOn }) => ({
    actionId: actionId(key),
    order,
    dependsOn: dependsOn.map(actionId),
  }));
  const priorities = draft.priorities.map(({ key, ...inputs }) => ({ actionId: actionId(key), ...inputs }));
  await db.query(
    `INSERT INTO ai_cos_plans (id, event_id, revision, hash, summary, root_causes, squad_ids, steps, resolutions, priorities,
                               notes, trace_context, created_as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      planId,
      event.id,
      event.revision,
      hash,
      summary,
      JSON.stringify(draft.rootCauses),
      draft.squadIds,
      JSON.stringify(steps),
      JSON.stringify(draft.resolutions),
      JSON.stringify(priorities),
      JSON.stringify(draft.notes),
      event.traceContext,
      draft.input.asOf,
    ]
  );
}

export async function insertFindings(
  db: Db,
  { planId, event, draft, findingIds }: StoredPlan & { findingIds: readonly string[] }
): Promise<void> {
  const rows = draft.findings.map((finding, index) => ({
    id: findingIds[index],
    agent_id: finding.agentId,
    analysis: finding.analysis,
    kpi_ids: finding.kpiIds,
    severity: finding.severity,
    title: finding.title,
    detail: finding.detail,
    sufficient: finding.sufficient,
    evidence: finding.evidence,
  }));
  await db.query(
    `INSERT INTO ai_cos_findings (id, event_id, plan_id, agent_id, analysis, kpi_ids, severity, title, detail, sufficient,
                                  evidence, created_as_of)
     SELECT id, $2, $3, agent_id, analysis, kpi_ids, severity, title, detail, sufficient, evidence, $4
       FROM jsonb_to_recordset($1) AS f(id uuid, agent_id text, analysis text, kpi_ids text[], severity text, title text,
                                        detail text, sufficient boolean, evidence jsonb)`,
    [JSON.stringify(rows), event.id, planId, draft.input.asOf]
  );
}

export async function insertRelevance(db: Db, event: ClaimedEvent, draft: Draft): Promise<void> {
  await db.query(
    `INSERT INTO ai_cos_relevance (event_id, revision, agent_id, score, speaks, factors, reason)
     SELECT $2, $3, "agentId", score, speaks, factors, reason
       FROM jsonb_to_recordset($1) AS r("agentId" text, score numeric, speaks boolean, factors jsonb, reason text)`,
    [JSON.stringify(draft.relevance), event.id, event.revision]
  );
}

/** The row of `ai_cos_event_rows` that holds the input itself; no query has this name. */
const inputRow = 'coordination.input';

/** Keeps the input and every capped query answer: with them the plan can be made again without the company. */
export async function insertRecording(
  db: Db,
  event: ClaimedEvent,
  input: CoordinationInput,
  recorded: readonly RecordedQuery[]
): Promise<void> {
  const rows = [
    { query: inputRow, params: [], rows: [input], truncated: false },
    ...recorded.map(({ name, params, rows: answer, truncated }) => ({ query: name, params, rows: answer, truncated })),
  ];
  await db.query(
    `INSERT INTO ai_cos_event_rows (event_id, revision, query, params, rows, truncated)
     SELECT $2, $3, query, params, rows, truncated
       FROM jsonb_to_recordset($1) AS r(query text, params jsonb, rows jsonb, truncated boolean)`,
    [JSON.stringify(rows), event.id, event.revision]
  );
}

export interface LoadedRecording {
  readonly input: CoordinationInput;
  readonly recorded: readonly RecordedQuery[];
  /** Hash of the plan that was made from it. */
  readonly hash: string;
  readonly planId: string;
}

/** The recording behind the last plan of an event, undefined when the event has none. */
export async function loadRecording(db: Db, eventId: string): Promise<LoadedRecording | undefined> {
  const plans = await db.query<{ id: string; hash: string; revision: number }>(
    'SELECT id, hash, revision FROM ai_cos_plans WHERE event_id = $1 ORDER BY revision DESC LIMIT 1',
    [eventId]
  );
  const plan = plans.rows[0];
  if (plan === undefined) return undefined;
  const { rows } = await db.query<Omit<RecordedQuery, 'name'> & { query: string }>(
    'SELECT query, params, rows, truncated FROM ai_cos_event_rows WHERE event_id = $1 AND revision = $2',
    [eventId, plan.revision]
  );
  const stored = rows.find((row) => row.query === inputRow)?.rows;
  const input = Array.isArray(stored) ? (stored[0] as CoordinationInput | undefined) : undefined;
  if (input === undefined) return undefined;
  const recorded = rows.filter((row) => row.query !== inputRow).map(({ query, ...rest }) => ({ name: query, ...rest }));
  return { input, recorded, hash: plan.hash, planId: plan.id };
}

/** Points the event at its plan; throws when the lease went to somebody else, so that nothing of a late result stays. */
export async function completeEvent(db: Db, { event, planId, draft }: StoredPlan): Promise<void> {
  const speaking = draft.relevance.filter((score) => score.speaks).map((score) => score.agentId);
  const { rowCount } = await db.query(
    `WITH done AS (
       UPDATE ai_cos_coordination_events
          -- An episode that joined meanwhile wants another revision: this one is stored, the next one follows.
          SET status = CASE WHEN wanted_revision > $4 THEN 'pending' ELSE 'completed' END, completed_at = clock_timestamp(), plan_id = $3, plan_revision = $4,
              actions_triggered = $5, target_agent_ids = $6, squad_ids = $7, lease_until = NULL, attempt = 0,
              failure = NULL, row_version = row_version + 1,
              coordination_plan = $8
        WHERE id = $1 AND attempt = $2 AND lease_until IS NOT NULL RETURNING id, row_version),
     told AS (
       INSERT INTO ai_cos_outbox (topic, ref, row_version)
       SELECT 'event', id::text, row_version FROM done UNION ALL SELECT 'plan', $3::text, $4 FROM done),
     noted AS (
       INSERT INTO ai_cos_audit_log (event, ref, actor, route, as_of, detail)
       SELECT 'plan.made', $3::uuid, 'coordination', 'coordination', $9,
              jsonb_build_object('event', id, 'revision', $4::int, 'actions', $5::int, 'speaking', $6::text[]) FROM done)
     SELECT 1 FROM done`,
    [
      event.id,
      event.attempt,
      planId,
      event.revision,
      draft.candidates.length,
      speaking,
      draft.squadIds,
      JSON.stringify(
        draft.candidates.map(({ agentId, actionType, title }) => ({ agent: agentId, action: actionType, title }))
      ),
      draft.input.asOf,
    ]
  );
  if (rowCount === 0) throw new Error(`event ${event.id} was taken over by another attempt while its plan was made`);
}

import type { Db } from '@ai-cos/service-kit';
import type { CoordinationEvent, CoordinationEventDetail, Episode, EventsQuery, Relevance } from '../contract/index.ts';
import { traceIdOf } from '../telemetry/tracing.ts';

const SELECT = `id, event_type AS "eventType", status, origin, source_agent_id AS "sourceAgentId",
  target_agent_ids AS "targetAgentIds", squad_ids AS "squadIds", kpi_ids AS "kpiIds", severity, title,
  event_data AS "eventData", plan_id AS "planId", actions_triggered AS "actionsTriggered",
  success_rate::float8 AS "successRate", trace_context AS "traceContext", recovering, created_at AS "createdAt",
  created_as_of AS "createdAsOf", completed_at AS "completedAt", closed_at AS "closedAt"`;

type EventRow = Omit<
  CoordinationEvent,
  'actionTriggered' | 'traceId' | 'createdAt' | 'createdAsOf' | 'completedAt' | 'closedAt'
> & {
  traceContext: string | null;
  createdAt: Date;
  createdAsOf: Date;
  completedAt: Date | null;
  closedAt: Date | null;
};

export async function listEvents(db: Db, query: EventsQuery): Promise<CoordinationEvent[]> {
  const { rows } = await db.query<EventRow>(
    `SELECT ${SELECT} FROM ai_cos_coordination_events
      WHERE ($1::text IS NULL OR event_type = $1) AND ($2::text IS NULL OR status = $2)
        AND ($3::boolean IS NULL OR (closed_at IS NULL) = $3)
        AND ($4::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM ai_cos_coordination_events WHERE id = $4))
      ORDER BY created_at DESC, id DESC LIMIT $5`,
    [query.type ?? null, query.status ?? null, query.open ?? null, query.cursor ?? null, query.limit]
  );
  return rows.map(viewOf);
}

export async function eventDetail(db: Db, id: string): Promise<CoordinationEventDetail | undefined> {
  const { rows } = await db.query<EventRow>(`SELECT ${SELECT} FROM ai_cos_coordination_events WHERE id = $1`, [id]);
  const row = rows[0];
  if (row === undefined) return undefined;
  return { ...viewOf(row), episodes: await episodesOf(db, id), relevance: await relevanceOf(db, id) };
}

function viewOf({ traceContext, ...row }: EventRow): CoordinationEvent {
  return {
    ...row,
    actionTriggered: row.actionsTriggered,
    traceId: traceIdOf(traceContext),
    createdAt: row.createdAt.toISOString(),
    createdAsOf: row.createdAsOf.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

async function episodesOf(db: Db, eventId: string): Promise<Episode[]> {
  const { rows } = await db.query<
    Omit<Episode, 'startsAt' | 'resolvedAt'> & { startsAt: Date; resolvedAt: Date | null }
  >(
    `SELECT id, alert_name AS "alertName", kpi_id AS "kpiId", severity, status, starts_at AS "startsAt",
            resolved_at AS "resolvedAt", seen_count AS "seenCount"
       FROM ai_cos_episodes WHERE event_id = $1 ORDER BY opened_at`,
    [eventId]
  );
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }));
}

/** Relevance of every agent for the newest revision of an event's plan. */
export async function relevanceOf(db: Db, eventId: string, revision?: number): Promise<Relevance[]> {
  const { rows } = await db.query<Relevance>(
    `SELECT agent_id AS "agentId", score::float8, speaks, factors, reason FROM ai_cos_relevance
      WHERE event_id = $1
        AND revision = coalesce($2::int, (SELECT max(revision) FROM ai_cos_relevance WHERE event_id = $1))
      ORDER BY score DESC, agent_id`,
    [eventId, revision ?? null]
  );
  return rows;
}

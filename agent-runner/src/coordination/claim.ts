import type { AgentId, EventType, KpiId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { CoordinationEvent, Severity } from '../contract/index.ts';

/** An event somebody holds the right to plan, until its lease ends. */
export interface ClaimedEvent {
  readonly id: string;
  readonly eventType: EventType;
  readonly origin: CoordinationEvent['origin'];
  readonly sourceAgentId: AgentId;
  readonly severity: Severity;
  readonly title: string;
  readonly kpiIds: KpiId[];
  readonly data: Record<string, unknown>;
  readonly requesters: string[];
  readonly simulated: boolean;
  readonly traceContext: string | null;
  /** The revision this plan answers. */
  readonly revision: number;
  /** Fences a late result: only the holder of the last attempt may store. */
  readonly attempt: number;
}

/** More attempts than this and the event is marked failed: something is wrong with it, not with the moment. */
const mostAttempts = 5;

/** Takes an event whose plan is missing or outdated; undefined when there is nothing to do or somebody else is at it. */
export async function claimEvent(db: Db, id: string): Promise<ClaimedEvent | undefined> {
  const { rows } = await db.query<ClaimedEvent>(
    `UPDATE ai_cos_coordination_events
        SET status = 'coordinating', attempt = attempt + 1, row_version = row_version + 1,
            lease_until = clock_timestamp() + interval '60 seconds'
      WHERE id = $1 AND closed_at IS NULL AND status <> 'failed' AND plan_revision < wanted_revision
        AND (lease_until IS NULL OR lease_until < clock_timestamp())
      RETURNING id, event_type AS "eventType", origin, source_agent_id AS "sourceAgentId", severity, title,
                kpi_ids AS "kpiIds", event_data AS data, requesters, simulated, trace_context AS "traceContext",
                wanted_revision AS revision, attempt`,
    [id]
  );
  return rows[0];
}

/** Gives the event back after a failure: it is tried again, after the last attempt it is marked failed with the reason. */
export async function releaseEvent(db: Db, event: ClaimedEvent, failure: string): Promise<'again' | 'failed'> {
  const { rows } = await db.query<{ status: string }>(
    `WITH released AS (
       UPDATE ai_cos_coordination_events
          SET status = CASE WHEN attempt >= $3 THEN 'failed' ELSE 'pending' END,
              completed_at = CASE WHEN attempt >= $3 THEN clock_timestamp() END,
              lease_until = NULL, failure = $4, row_version = row_version + 1
        WHERE id = $1 AND attempt = $2 RETURNING id, status, row_version),
     told AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'event', id, row_version FROM released),
     noted AS (
       INSERT INTO ai_cos_audit_log (event, ref, actor, route, detail)
       SELECT 'event.coordination_failed', id, 'coordination', 'coordination',
              jsonb_build_object('status', status, 'reason', $4::text, 'attempt', $2::int) FROM released)
     SELECT status FROM released`,
    [event.id, event.attempt, mostAttempts, failure]
  );
  return rows[0]?.status === 'failed' ? 'failed' : 'again';
}

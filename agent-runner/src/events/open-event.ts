import type { AgentId, EventType, KpiId, SquadId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { randomUUID } from 'node:crypto';
import { appendAudit } from '../audit/append.ts';
import type { CoordinationEvent, Severity } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';

export interface NewEvent {
  eventType: EventType;
  origin: CoordinationEvent['origin'];
  sourceAgentId: AgentId;
  severity: Severity;
  title: string;
  kpiIds: readonly KpiId[];
  squadIds: readonly SquadId[];
  eventData: Readonly<Record<string, unknown>>;
  /** Everybody who caused the event; they may not approve its actions. */
  requesters: readonly string[];
  simulated: boolean;
  asOf: Date;
  actor: string;
  route: string;
  traceContext: string | null;
}

/** Stores an event and asks for its plan, in the caller's transaction. */
export async function openEvent(db: Db, dispatcher: Pick<Dispatcher, 'send'>, event: NewEvent): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO ai_cos_coordination_events
       (id, event_type, source_agent_id, event_data, origin, severity, title, kpi_ids, squad_ids, requesters, simulated,
        created_as_of, trace_context)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      event.eventType,
      event.sourceAgentId,
      JSON.stringify(event.eventData),
      event.origin,
      event.severity,
      event.title,
      event.kpiIds,
      event.squadIds,
      event.requesters,
      event.simulated,
      event.asOf,
      event.traceContext,
    ]
  );
  await appendAudit(db, {
    event: 'event.opened',
    ref: id,
    actor: event.actor,
    route: event.route,
    asOf: event.asOf,
    detail: { type: event.eventType, origin: event.origin, kpis: event.kpiIds, severity: event.severity },
  });
  await enqueueOutbox(db, { topic: 'event', ref: id, rowVersion: 1 });
  await dispatcher.send(db, 'coordinate', { id });
  return id;
}

import { agentIds, eventTypeIds, kpiIds, squadIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { Id, Instant, PageQuery } from './common.ts';
import { Severity } from './findings.ts';

export const eventStatuses = ['pending', 'coordinating', 'completed', 'failed'] as const;
export const EventStatus = z.enum(eventStatuses);

/** `POST /events/simulate` and `POST /events`: facts in `data` override the database for this event and are marked as supplied. */
export const EventRequest = z.strictObject({
  type: z.enum(eventTypeIds),
  sourceAgentId: z.enum(agentIds),
  data: z.record(z.string(), z.unknown()).default({}),
  kpiIds: z.array(z.enum(kpiIds)).optional(),
  severity: Severity.optional(),
});
export type EventRequest = z.infer<typeof EventRequest>;

/** One firing of one alert, from its start to its end; it belongs to exactly one event. */
export const Episode = z.strictObject({
  id: Id,
  alertName: z.string(),
  kpiId: z.enum(kpiIds).nullable(),
  severity: z.string(),
  status: z.enum(['firing', 'resolved']),
  startsAt: Instant,
  resolvedAt: Instant.nullable(),
  seenCount: z.number().int(),
});

/** Why an agent spoke or stayed silent: six factors 0–1 and their weighted sum. */
export const Relevance = z.strictObject({
  agentId: z.enum(agentIds),
  score: z.number().min(0).max(1),
  speaks: z.boolean(),
  factors: z.strictObject({
    ownership: z.number(),
    influence: z.number(),
    expertise: z.number(),
    urgency: z.number(),
    trackRecord: z.number(),
    novelty: z.number(),
  }),
  reason: z.string(),
});
export type Relevance = z.infer<typeof Relevance>;

export const CoordinationEvent = z.strictObject({
  id: Id,
  eventType: z.enum(eventTypeIds),
  status: EventStatus,
  origin: z.enum(['alert', 'simulated', 'snapshot', 'request']),
  sourceAgentId: z.enum(agentIds),
  targetAgentIds: z.array(z.enum(agentIds)),
  squadIds: z.array(z.enum(squadIds)),
  kpiIds: z.array(z.enum(kpiIds)),
  severity: Severity,
  title: z.string(),
  eventData: z.record(z.string(), z.unknown()),
  planId: Id.nullable(),
  actionsTriggered: z.number().int(),
  /** The founding spelling of the same number. */
  actionTriggered: z.number().int(),
  successRate: z.number().min(0).max(1),
  traceId: z.string().nullable(),
  recovering: z.boolean(),
  createdAt: Instant,
  createdAsOf: Instant,
  completedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
});
export type CoordinationEvent = z.infer<typeof CoordinationEvent>;

export const CoordinationEventDetail = CoordinationEvent.extend({
  episodes: z.array(Episode),
  relevance: z.array(Relevance),
});
export type CoordinationEventDetail = z.infer<typeof CoordinationEventDetail>;

export const EventsQuery = PageQuery.extend({
  type: z.enum(eventTypeIds).optional(),
  status: EventStatus.optional(),
  open: z.stringbool().optional(),
});
export type EventsQuery = z.infer<typeof EventsQuery>;
export type EventStatus = z.infer<typeof EventStatus>;
export type Episode = z.infer<typeof Episode>;

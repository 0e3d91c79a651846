import { agentIds, kpiIds, poles, squadIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const agentStates = ['active', 'paused', 'restricted'] as const;
export const AgentState = z.enum(agentStates);
export type AgentState = z.infer<typeof AgentState>;

/** Counts of what became of an agent's or squad's proposals. */
export const TrackRecord = z.strictObject({
  proposed: z.number().int(),
  approved: z.number().int(),
  rejected: z.number().int(),
  executed: z.number().int(),
  verified: z.number().int(),
  ineffective: z.number().int(),
  harmful: z.number().int(),
  unverifiable: z.number().int(),
});
export type TrackRecord = z.infer<typeof TrackRecord>;

export const AgentView = z.strictObject({
  id: z.enum(agentIds),
  name: z.string(),
  pole: z.enum(poles),
  mission: z.string(),
  expertise: z.array(z.string()),
  squads: z.array(z.enum(squadIds)),
  owns: z.array(z.enum(kpiIds)),
  watches: z.array(z.enum(kpiIds)),
  analyses: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  playbooks: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  state: AgentState,
  stateReason: z.string().nullable(),
  trackRecord: TrackRecord,
  health: z.enum(['ok', 'not_enough_data', 'failing']),
  lastSpokeAt: Instant.nullable(),
});
export type AgentView = z.infer<typeof AgentView>;

export const AgentDetail = AgentView.extend({
  recentFindings: z.array(
    z.strictObject({ id: Id, eventId: Id, title: z.string(), severity: z.string(), at: Instant })
  ),
  recentActionIds: z.array(Id),
  recentRelevance: z.array(
    z.strictObject({ eventId: Id, score: z.number(), speaks: z.boolean(), reason: z.string(), at: Instant })
  ),
});
export type AgentDetail = z.infer<typeof AgentDetail>;

/** `POST /agents/:id/pause|resume` */
export const AgentStateRequest = z.strictObject({ reason: z.string().min(1) });

export const SquadView = z.strictObject({
  id: z.enum(squadIds),
  name: z.string(),
  mission: z.string(),
  lead: z.enum(agentIds),
  members: z.array(z.strictObject({ id: z.enum(agentIds), name: z.string(), state: AgentState })),
  kpis: z.array(z.strictObject({ id: z.enum(kpiIds), score: z.number().nullable(), status: z.string() })),
  openEventIds: z.array(Id),
  openPlanIds: z.array(Id),
  pendingActions: z.number().int(),
  trackRecord: TrackRecord,
});
export type SquadView = z.infer<typeof SquadView>;

/** Trust of one agent in one playbook: Beta(1 + successes, 1 + failures) with decay. */
export const TrustView = z.strictObject({
  agentId: z.enum(agentIds),
  actionType: z.string(),
  successes: z.number(),
  failures: z.number(),
  verdicts: z.number().int(),
  mean: z.number(),
  lowerBound: z.number(),
  mayRunAlone: z.boolean(),
  whyNot: z.string().nullable(),
});
export type TrustView = z.infer<typeof TrustView>;
export type AgentStateRequest = z.infer<typeof AgentStateRequest>;

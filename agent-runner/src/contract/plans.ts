import { agentIds, boardIds, kpiIds, squadIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { ActionSummary, Outcome } from './actions.ts';
import { Digest, Id, Instant } from './common.ts';
import { Relevance } from './events.ts';
import { Finding } from './findings.ts';

/** A KPI that may have caused the others, with what speaks for it. */
export const RootCause = z.strictObject({
  kpiId: z.enum(kpiIds),
  support: z.number().min(0).max(1),
  explains: z.array(z.enum(kpiIds)),
  reason: z.string(),
});
export type RootCause = z.infer<typeof RootCause>;

/** A rule that dropped, merged or changed a proposal. */
export const Resolution = z.strictObject({
  rule: z.enum([
    'duplicate',
    'contradiction',
    'budget',
    'blast_radius',
    'cooldown',
    'authority',
    'open_plan_budget',
    'board',
  ]),
  kept: z.string().nullable(),
  dropped: z.array(z.string()),
  reason: z.string(),
});
export type Resolution = z.infer<typeof Resolution>;

export const BoardVote = z.strictObject({
  member: z.enum(boardIds),
  actionId: Id,
  agrees: z.boolean(),
  weight: z.number(),
  reason: z.string(),
});
export type BoardVote = z.infer<typeof BoardVote>;

/** What a stage could not do: an analysis that failed or ran out of time is named, the plan goes on. */
export const PlanNote = z.strictObject({ stage: z.string(), agentId: z.enum(agentIds).nullable(), note: z.string() });

/** Inputs of the priority of one step, so that a person can recompute it. */
export const PriorityInputs = z.strictObject({
  actionId: Id,
  benefit: z.number(),
  confidence: z.number(),
  risk: z.number(),
  cost: z.number(),
  urgency: z.number(),
  priority: z.number(),
});

export const Plan = z.strictObject({
  id: Id,
  eventId: Id,
  revision: z.number().int().min(1),
  hash: Digest,
  summary: z.string(),
  rootCauses: z.array(RootCause),
  squadIds: z.array(z.enum(squadIds)),
  findings: z.array(Finding),
  relevance: z.array(Relevance),
  actions: z.array(ActionSummary),
  /** Ordered: each step lists the steps it waits for. */
  steps: z.array(z.strictObject({ actionId: Id, order: z.number().int(), dependsOn: z.array(Id) })),
  resolutions: z.array(Resolution),
  boardVotes: z.array(BoardVote),
  priorities: z.array(PriorityInputs),
  outcomes: z.array(Outcome),
  notes: z.array(PlanNote),
  traceId: z.string().nullable(),
  createdAt: Instant,
  createdAsOf: Instant,
});
export type Plan = z.infer<typeof Plan>;
export type PlanNote = z.infer<typeof PlanNote>;
export type PriorityInputs = z.infer<typeof PriorityInputs>;

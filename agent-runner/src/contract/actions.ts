import { agentIds, kpiIds, poles, squadIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { Digest, Id, Instant, Money, PageQuery } from './common.ts';
import { Decision } from './decisions.ts';
import { Finding } from './findings.ts';

export const actionStates = [
  'proposed',
  'simulated',
  'pending_approval',
  'approved',
  'rejected',
  'changes_requested',
  'superseded',
  'expired',
  'cancelled',
  'executing',
  'succeeded',
  'failed',
  'unknown',
  'verified',
  'ineffective',
  'harmful',
  'unverifiable',
  'rolling_back',
  'rolled_back',
] as const;
export const ActionState = z.enum(actionStates);
export type ActionState = z.infer<typeof ActionState>;

export const riskTiers = ['low', 'medium', 'high', 'critical'] as const;
export const RiskTier = z.enum(riskTiers);
export type RiskTier = z.infer<typeof RiskTier>;

export const priorities = ['low', 'medium', 'high', 'critical'] as const;

/** Expected change of a KPI in its native unit over the verification window; the interval covers 90 %. */
export const Prediction = z.strictObject({
  kpiId: z.enum(kpiIds),
  change: z.number(),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  basis: z.string(),
  /** How the last predictions of this lever did: `inBand` of `count` realised changes lay in the interval. */
  trackRecord: z.strictObject({ count: z.number().int(), inBand: z.number().int() }).optional(),
});
export type Prediction = z.infer<typeof Prediction>;

/** Who must decide and who has; `missing` names what is still needed in words a person understands. */
export const ApprovalStatus = z.strictObject({
  quorum: z.number().int().min(1),
  groups: z.array(z.string()),
  decisions: z.array(Decision),
  missing: z.string().nullable(),
  expiresAt: Instant.nullable(),
  /** Whether the caller may decide now, and if not why. */
  mayDecide: z.boolean(),
  whyNot: z.string().nullable(),
});
export type ApprovalStatus = z.infer<typeof ApprovalStatus>;

/** The target's own answer to an executed action, and its rows before and after. */
export const Receipt = z.strictObject({
  reference: z.string().nullable(),
  at: Instant,
  asOf: Instant,
  summary: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

export const verdicts = ['verified', 'ineffective', 'harmful', 'unverifiable'] as const;

/** What really happened to a KPI: realised change on flows against the forecast from before the action. */
export const Outcome = z.strictObject({
  kpiId: z.enum(kpiIds).nullable(),
  scope: z.enum(['plan', 'action']),
  verdict: z.enum(verdicts),
  predicted: z.number().nullable(),
  realised: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  reason: z.string(),
  windowFromAsOf: Instant,
  windowToAsOf: Instant,
  decidedAsOf: Instant,
});
export type Outcome = z.infer<typeof Outcome>;

/** One row of a list of actions. */
export const ActionSummary = z.strictObject({
  id: Id,
  planId: Id.nullable(),
  eventId: Id.nullable(),
  agentId: z.enum(agentIds),
  squadId: z.enum(squadIds).nullable(),
  pole: z.enum(poles),
  type: z.string(),
  connector: z.string(),
  priority: z.enum(priorities),
  title: z.string(),
  description: z.string(),
  kpiIds: z.array(z.enum(kpiIds)),
  expectedImprovement: z.array(Prediction),
  risk: z.number().min(0).max(100),
  riskTier: RiskTier,
  confidence: z.number().min(0).max(100),
  cost: Money.nullable(),
  reversible: z.enum(['yes', 'compensable', 'no']),
  requiresValidation: z.boolean(),
  state: ActionState,
  stateReason: z.string().nullable(),
  revision: z.number().int().min(1),
  rowVersion: z.number().int(),
  digest: Digest,
  parameters: z.record(z.string(), z.unknown()),
  dependsOn: z.array(Id),
  urgency: z.number(),
  approval: ApprovalStatus,
  simulated: z.boolean(),
  createdAt: Instant,
  createdAsOf: Instant,
});
export type ActionSummary = z.infer<typeof ActionSummary>;

export const TimelineEntry = z.strictObject({
  at: Instant,
  asOf: Instant.nullable(),
  event: z.string(),
  actor: z.string().nullable(),
  route: z.string().nullable(),
  detail: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const HumanTask = z.strictObject({
  assignee: z.string().nullable(),
  dueAsOf: Instant,
  instructions: z.string(),
  answer: z.enum(['done', 'not_done', 'done_differently']).nullable(),
  answeredBy: z.string().nullable(),
  note: z.string().nullable(),
});

/** `GET /actions/:id` */
export const ActionDetail = ActionSummary.extend({
  findings: z.array(Finding),
  objections: z.array(z.strictObject({ member: z.string(), reason: z.string() })),
  supersedesId: Id.nullable(),
  compensatesId: Id.nullable(),
  task: HumanTask.nullable(),
  receipt: Receipt.nullable(),
  outcomes: z.array(Outcome),
  timeline: z.array(TimelineEntry),
  dryRun: z.string().nullable(),
});
export type ActionDetail = z.infer<typeof ActionDetail>;

export const ActionsQuery = PageQuery.extend({
  state: z.union([ActionState, z.array(ActionState)]).optional(),
  squad: z.enum(squadIds).optional(),
  pole: z.enum(poles).optional(),
  kpi: z.enum(kpiIds).optional(),
  agent: z.enum(agentIds).optional(),
  riskTier: RiskTier.optional(),
  planId: Id.optional(),
  sort: z.enum(['newest', 'urgency']).default('newest'),
});
export type ActionsQuery = z.infer<typeof ActionsQuery>;

/** `POST /actions/:id/revisions`: new parameters are a new revision with zero votes. */
export const RevisionRequest = z.strictObject({
  parameters: z.record(z.string(), z.unknown()),
  reason: z.string().min(1),
  idempotencyKey: z.string().min(8),
});
export const WithdrawRequest = z.strictObject({ reason: z.string().min(1), idempotencyKey: z.string().min(8) });
/** `POST /actions/:id/resolve`: a person says what became of an action in state `unknown`. */
export const ResolveRequest = z.strictObject({
  outcome: z.enum(['succeeded', 'failed']),
  reason: z.string().min(1),
  idempotencyKey: z.string().min(8),
});
/** `POST /actions/:id/task`: the answer to a human task; `done_differently` says what was done instead. */
export const TaskAnswerRequest = z.strictObject({
  answer: z.enum(['done', 'not_done', 'done_differently']),
  note: z.string().default(''),
  idempotencyKey: z.string().min(8),
});
export type HumanTask = z.infer<typeof HumanTask>;
export type RevisionRequest = z.infer<typeof RevisionRequest>;
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;
export type ResolveRequest = z.infer<typeof ResolveRequest>;
export type TaskAnswerRequest = z.infer<typeof TaskAnswerRequest>;

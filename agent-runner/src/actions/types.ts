import type { ActionTypeId, AgentId, KpiId, Pole, SquadId } from '@ai-cos/catalog';
import type { ActionState, Prediction, Receipt, RiskTier } from '../contract/index.ts';

/** One person needed: the groups one of which that person must be in; `any` is every approver. */
export type ApprovalSlot = readonly string[];

/** A row of `ai_cos_actions`; a row is one revision. */
export interface ActionRow {
  id: string;
  createdAt: Date;
  createdAsOf: Date;
  agentId: AgentId;
  type: ActionTypeId;
  typeVersion: number;
  priority: 'low' | 'medium' | 'high' | 'critical';
  title: string;
  description: string;
  kpiIds: KpiId[];
  expectedImprovement: Prediction[];
  risk: number;
  riskTier: RiskTier;
  confidence: number;
  requiresValidation: boolean;
  eventId: string | null;
  planId: string | null;
  squadId: SquadId | null;
  pole: Pole;
  findingIds: string[];
  requesters: string[];
  simulated: boolean;
  connector: string;
  system: string;
  parameters: Record<string, unknown>;
  target: Record<string, unknown>;
  blast: Record<string, unknown> | null;
  compensation: ActionTypeId | null;
  expiresInMinutes: number;
  revision: number;
  digest: string;
  supersedesId: string | null;
  compensatesId: string | null;
  costAmount: number | null;
  costCurrency: string | null;
  reversible: 'yes' | 'compensable' | 'no';
  urgency: number;
  stepOrder: number;
  dependsOn: string[];
  optionalDependencies: string[];
  dryRun: string | null;
  approvalSlots: ApprovalSlot[];
  boardObjection: boolean;
  approvedDigest: string | null;
  approvalExpiresAt: Date | null;
  escalatedAt: Date | null;
  state: ActionState;
  stateReason: string | null;
  stateSinceAt: Date;
  rowVersion: number;
  attempt: number;
  leaseUntil: Date | null;
  retryAfterAt: Date | null;
  executedAt: Date | null;
  executedAsOf: Date | null;
  verifyDueAsOf: Date | null;
  receipt: Receipt | null;
  /** Forecast from before the action, as verification stored it. */
  baseline: Record<string, unknown> | null;
  traceContext: string | null;
}

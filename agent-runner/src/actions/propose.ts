import { actionTypes, agents, type ActionTypeId, type AgentId, type KpiId, type SquadId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { randomUUID } from 'node:crypto';
import { slotsFor } from '../approvals/slots.ts';
import type { Mode, Prediction } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { whyNotAlone, type EarnedTrust } from '../governance/autonomy.ts';
import type { Policy } from '../governance/policy.ts';
import { riskTierOf } from '../governance/risk-tier.ts';
import { actionDigest } from './digest.ts';
import { insertAction } from './insert.ts';
import { routeProposal } from './route-proposal.ts';
import type { ActionRow } from './types.ts';

/** One action a plan wants; everything about its class comes from the catalog, never from here. */
export interface Proposal {
  /** Chosen by the caller where other steps depend on it. */
  id?: string;
  agentId: AgentId;
  type: ActionTypeId;
  parameters: Readonly<Record<string, unknown>>;
  /** What the parameters resolve to at the target, when that is more than the parameters say. */
  target?: Readonly<Record<string, unknown>>;
  title: string;
  description: string;
  kpiIds: readonly KpiId[];
  expectedImprovement: readonly Prediction[];
  risk: number;
  confidence: number;
  priority: ActionRow['priority'];
  urgency: number;
  cost?: { amount: number; currency: string } | null;
  squadId?: SquadId | null;
  findingIds?: readonly string[];
  dependsOn?: readonly string[];
  optionalDependencies?: readonly string[];
  stepOrder?: number;
  dryRun?: string | null;
  boardObjection?: boolean;
  boardVotes?: readonly { member: string; agrees: boolean; weight: number; reason: string }[];
  compensatesId?: string | null;
}

/** The governance in force when actions are proposed, read once per plan. */
export interface Governance {
  mode: Mode;
  policy: Policy;
  breakerOpen: boolean;
  trustOf: (agent: AgentId, type: ActionTypeId) => EarnedTrust;
  /** Why the company lets no action on these KPIs be carried out (stage below `act`), or null. */
  whyOnlySimulated: (kpiIds: readonly KpiId[]) => string | null;
}

export interface ProposalContext {
  eventId: string | null;
  planId: string | null;
  /** Everybody who caused this: they may not approve it. */
  requesters: readonly string[];
  simulated: boolean;
  asOf: Date;
  actor: string;
  route: string;
  traceContext: string | null;
  governance: Governance;
  dispatcher: Pick<Dispatcher, 'send'>;
}

/** Inserts the actions and routes each by the mode: simulated, waiting for people, or approved by a stored policy grant. */
export async function proposeActions(
  db: Db,
  context: ProposalContext,
  proposals: readonly Proposal[]
): Promise<ActionRow[]> {
  const rows: ActionRow[] = [];
  for (const proposal of proposals) {
    const inserted = await insertAction(db, toRow(proposal, context), { actor: context.actor, route: context.route });
    await insertBoardVotes(db, inserted.id, proposal.boardVotes ?? []);
    rows.push(await routeProposal(db, inserted, context));
  }
  return rows;
}

export type NewAction = Omit<
  ActionRow,
  | 'createdAt'
  | 'state'
  | 'stateReason'
  | 'stateSinceAt'
  | 'rowVersion'
  | 'attempt'
  | 'leaseUntil'
  | 'retryAfterAt'
  | 'executedAt'
  | 'executedAsOf'
  | 'verifyDueAsOf'
  | 'receipt'
  | 'baseline'
  | 'approvedDigest'
  | 'approvalExpiresAt'
  | 'escalatedAt'
>;

function toRow(proposal: Proposal, context: ProposalContext): NewAction {
  const type = actionTypes[proposal.type];
  const { pole } = agents[proposal.agentId];
  const id = proposal.id ?? randomUUID();
  const riskTier = riskTierOf(proposal.risk);
  const boardObjection = proposal.boardObjection ?? false;
  const parameters = { ...proposal.parameters };
  const target = { ...proposal.target };
  const digest = actionDigest({
    planId: context.planId,
    actionId: id,
    revision: 1,
    type: type.id,
    typeVersion: type.version,
    connector: type.connector,
    target,
    parameters,
    blast: type.blast,
    compensation: type.compensation,
    expiresInMinutes: type.expiresInMinutes,
  });
  return {
    id,
    createdAsOf: context.asOf,
    agentId: proposal.agentId,
    type: proposal.type,
    typeVersion: type.version,
    priority: proposal.priority,
    title: proposal.title,
    description: proposal.description,
    kpiIds: [...proposal.kpiIds],
    expectedImprovement: [...proposal.expectedImprovement],
    risk: proposal.risk,
    riskTier,
    confidence: proposal.confidence,
    requiresValidation: requiresPerson(proposal, context.governance),
    eventId: context.eventId,
    planId: context.planId,
    squadId: proposal.squadId ?? null,
    pole,
    findingIds: [...(proposal.findingIds ?? [])],
    requesters: [...context.requesters],
    simulated: context.simulated,
    connector: type.connector,
    system: type.system,
    parameters,
    target,
    blast: type.blast,
    compensation: type.compensation,
    expiresInMinutes: type.expiresInMinutes,
    revision: 1,
    digest,
    supersedesId: null,
    compensatesId: proposal.compensatesId ?? null,
    costAmount: proposal.cost?.amount ?? null,
    costCurrency: proposal.cost?.currency ?? null,
    reversible: type.reversible,
    urgency: proposal.urgency,
    stepOrder: proposal.stepOrder ?? 0,
    dependsOn: [...(proposal.dependsOn ?? [])],
    optionalDependencies: [...(proposal.optionalDependencies ?? [])],
    dryRun: proposal.dryRun ?? null,
    approvalSlots: slotsFor(context.governance.policy, { tier: riskTier, pole, boardObjection }),
    boardObjection,
    traceContext: context.traceContext,
  };
}

function requiresPerson(proposal: Proposal, governance: Governance): boolean {
  return (
    whyNotAlone(
      {
        mode: governance.mode,
        type: proposal.type,
        risk: proposal.risk,
        amount: proposal.cost?.amount ?? 0,
        boardObjection: proposal.boardObjection ?? false,
        trust: governance.trustOf(proposal.agentId, proposal.type),
        breakerOpen: governance.breakerOpen,
      },
      governance.policy
    ) !== null
  );
}

async function insertBoardVotes(db: Db, actionId: string, votes: NonNullable<Proposal['boardVotes']>): Promise<void> {
  for (const { member, agrees, weight, reason } of votes) {
    await db.query(
      'INSERT INTO ai_cos_board_votes (action_id, member, agrees, weight, reason) VALUES ($1, $2, $3, $4, $5)',
      [actionId, member, agrees, weight, reason]
    );
  }
}

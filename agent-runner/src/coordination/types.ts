import type { AgentId, BoardId, EventType, KpiId, KpiReading, Pole, SquadId } from '@ai-cos/catalog';
import type { AnalysedFinding, Capability, Proposal } from '../agents/types.ts';
import type { CompanyReader } from '../agents/company/company-reader.ts';
import type { AgentState, BoardVote, CoordinationEvent, Resolution, RootCause, Severity } from '../contract/index.ts';

/** What an agent did before, as relevance sees it. */
export interface AgentHistory {
  readonly state: AgentState;
  readonly verified: number;
  readonly ineffective: number;
  /** Marked "not useful" or rejected in the last 28 business days. */
  readonly rejected: number;
  /** Actions of this agent that still wait for a decision. */
  readonly waiting: number;
}

/** An action of the recent past on a target: what cooldowns and contradictions are checked against. */
export interface RecentAction {
  readonly type: string;
  readonly target: string;
  readonly asOf: string;
}

/** The calendar of the company on the day of the plan. */
export interface DayRules {
  readonly freeze: string | null;
}

/** Everything a plan depends on besides the rows its analyses read. Stored with the event, so that it can be replayed. */
export interface CoordinationInput {
  readonly eventType: EventType;
  readonly origin: CoordinationEvent['origin'];
  readonly sourceAgentId: AgentId;
  readonly kpiIds: readonly KpiId[];
  readonly severity: Severity;
  readonly data: Readonly<Record<string, unknown>>;
  readonly asOf: string;
  readonly currency: string;
  readonly readings: readonly KpiReading[];
  /** Business time since when a KPI is out of its band. */
  readonly onsets: Readonly<Partial<Record<KpiId, string>>>;
  readonly agents: Readonly<Partial<Record<AgentId, AgentHistory>>>;
  readonly recent: readonly RecentAction[];
  /** Actions per pole that wait for a person already. */
  readonly waitingPerPole: Readonly<Partial<Record<Pole, number>>>;
  readonly day: DayRules;
  /** Why there are no KPI readings, null when there are. */
  readonly blind: string | null;
}

export interface RelevanceScore {
  readonly agentId: AgentId;
  readonly score: number;
  readonly speaks: boolean;
  readonly factors: RelevanceFactors;
  readonly reason: string;
}
export interface RelevanceFactors {
  readonly ownership: number;
  readonly influence: number;
  readonly expertise: number;
  readonly urgency: number;
  readonly trackRecord: number;
  readonly novelty: number;
}

/** A proposal on its way into the plan; `key` names it until it becomes a row. */
export interface Candidate extends Proposal {
  readonly key: string;
  readonly agentId: AgentId;
  readonly playbook: string;
  /** Index of the finding it came from. */
  readonly finding: number;
  readonly risk: number;
  readonly squadId: SquadId | null;
}

export interface Priority {
  readonly key: string;
  readonly benefit: number;
  readonly confidence: number;
  readonly risk: number;
  readonly cost: number;
  readonly urgency: number;
  readonly priority: number;
}

export interface Step {
  readonly key: string;
  readonly order: number;
  readonly dependsOn: readonly string[];
}

export interface Vote extends Omit<BoardVote, 'actionId'> {
  readonly member: BoardId;
  readonly key: string;
}

export interface Note {
  readonly stage: string;
  readonly agentId: AgentId | null;
  readonly note: string;
}

/** The plan while it is being made: every stage returns it with its own part filled. */
export interface Draft {
  readonly input: CoordinationInput;
  readonly rootCauses: readonly RootCause[];
  readonly relevance: readonly RelevanceScore[];
  readonly squadIds: readonly SquadId[];
  readonly findings: readonly AnalysedFinding[];
  readonly candidates: readonly Candidate[];
  readonly resolutions: readonly Resolution[];
  readonly priorities: readonly Priority[];
  readonly steps: readonly Step[];
  readonly votes: readonly Vote[];
  /** Keys of actions whose board majority is missing. */
  readonly objections: readonly string[];
  readonly notes: readonly Note[];
}

/** What stages may use besides the draft. */
export interface Tools {
  readonly company: CompanyReader;
  readonly capabilitiesOf: (agent: AgentId) => readonly Capability[];
  /** Wall milliseconds one analysis may take. */
  readonly analysisBudgetMs: number;
  readonly options: CoordinationOptions;
}

/** Parts that can be switched off to see what they are worth, and the limits a company sets. */
export interface CoordinationOptions {
  readonly influence: boolean;
  readonly relevance: boolean;
  readonly board: boolean;
  /** Only the owner of the first KPI speaks. */
  readonly ownerOnly: boolean;
  readonly limits: PlanLimits;
}

export interface PlanLimits {
  /** Money all actions of one plan may commit, in the reporting currency. */
  readonly planBudget: number;
  readonly actionsPerPlan: number;
  readonly actionsPerAgent: number;
  /** Actions that may wait for the people of one pole; beyond it only urgent ones are put before them. */
  readonly waitingPerPole: number;
}

export const defaultOptions: CoordinationOptions = {
  influence: true,
  relevance: true,
  board: true,
  ownerOnly: false,
  limits: { planBudget: 120_000, actionsPerPlan: 12, actionsPerAgent: 3, waitingPerPole: 40 },
};

export type Stage = (draft: Draft, tools: Tools) => Draft | Promise<Draft>;

export function emptyDraft(input: CoordinationInput): Draft {
  return {
    input,
    rootCauses: [],
    relevance: [],
    squadIds: [],
    findings: [],
    candidates: [],
    resolutions: [],
    priorities: [],
    steps: [],
    votes: [],
    objections: [],
    notes: [],
  };
}

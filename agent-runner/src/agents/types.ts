import type { ActionTypeId, AgentId, EventType, KpiId, KpiReading } from '@ai-cos/catalog';
import type { Prediction } from '../contract/actions.ts';
import type { Evidence, Severity } from '../contract/findings.ts';
import type { CompanyReader } from './company/company-reader.ts';

/** What an analysis may look at. Everything it needs beyond this it asks `company`. */
export interface AnalysisContext {
  readonly asOf: Date;
  readonly eventType: EventType;
  /** KPIs of the event, the suspected root first. */
  readonly kpiIds: readonly KpiId[];
  /** Facts that came with a simulated event; they override the database for this event. */
  readonly supplied: Readonly<Record<string, unknown>>;
  readonly company: CompanyReader;
  /** The exporters' reading of a KPI, undefined when it was never computed. */
  readonly kpi: (id: KpiId) => KpiReading | undefined;
  readonly currency: string;
}

/** Something an agent noticed; `facts` is what its playbooks need to act on it. */
export interface Found<Facts> {
  readonly kpiIds: readonly KpiId[];
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly evidence: readonly Evidence[];
  readonly facts: Facts;
}

/** The tables do not hold enough to say anything. */
export interface Insufficient {
  readonly insufficient: string;
  readonly evidence: readonly Evidence[];
}

/** Nothing unusual: an empty list of findings; too little data: one `Insufficient`. */
export type AnalysisResult<Facts> = readonly Found<Facts>[] | Insufficient;

/** A concrete action, not yet resolved against those of other agents. */
export interface Proposal {
  readonly actionType: ActionTypeId;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What it touches, e.g. `campaign:3`: duplicates, contradictions and cooldowns are found by it. */
  readonly target: string;
  /** `up` and `down` on one target contradict each other. */
  readonly direction: 'up' | 'down' | 'set';
  readonly title: string;
  readonly description: string;
  readonly expected: readonly Prediction[];
  /** 0–100: how sure the agent is of the predicted change. */
  readonly confidence: number;
  /** What it costs in the reporting currency, null when nothing. */
  readonly cost: number | null;
  /** Business hours until waiting does harm; 0 = already. */
  readonly hoursUntilHarm: number;
  /** Kinds of action of the same plan that must have succeeded first. */
  readonly after: readonly ActionTypeId[];
}

/** From a finding to concrete actions. */
export interface Playbook<Facts> {
  readonly id: string;
  readonly title: string;
  propose(found: Found<Facts>, context: AnalysisContext): readonly Proposal[];
}

/** One question an agent can answer from the company's data, and what it would do about the answer. */
export interface Analysis<Facts> {
  readonly id: string;
  readonly title: string;
  readonly kpis: readonly KpiId[];
  analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>>;
  readonly playbooks: readonly Playbook<Facts>[];
}

/** A finding with its proposals: what an analysis came to, facts already consumed. */
export interface AnalysedFinding {
  readonly agentId: AgentId;
  readonly analysis: string;
  readonly kpiIds: readonly KpiId[];
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly sufficient: boolean;
  readonly evidence: readonly Evidence[];
  readonly proposals: readonly (Proposal & { readonly playbook: string })[];
}

/** An analysis as the engine sees it: the type of its facts stays inside. */
export interface Capability {
  readonly id: string;
  readonly title: string;
  readonly kpis: readonly KpiId[];
  readonly playbooks: readonly { readonly id: string; readonly title: string }[];
  run(agentId: AgentId, context: AnalysisContext): Promise<readonly AnalysedFinding[]>;
}

import { agentIds, kpis, type AgentId, type KpiId } from '@ai-cos/catalog';
import type { EvalCase } from './cases.ts';
import type { CaseResult, PlanResult } from './run-case.ts';

export interface CaseScore {
  readonly name: string;
  readonly scenario: string;
  readonly detected: boolean;
  readonly day: number | null;
  readonly top1: boolean;
  readonly top3: boolean;
  /** Whether the owner of a root KPI spoke. */
  readonly rightAgents: boolean;
  readonly silentShare: number;
  readonly cureInThree: boolean;
  /** Plans of events that name a root or symptom: one is right. */
  readonly plansOfCause: number;
  /** Plans about something else. */
  readonly otherPlans: number;
  readonly firstRoots: readonly KpiId[];
  readonly firstActions: readonly string[];
  readonly planMs: number;
}

/** Compares what was planned with the ground truth of the scenario; the plan with the most KPIs of the scenario counts. */
export function scoreCase({ name, scenario }: EvalCase, { plans, planMs }: CaseResult): CaseScore {
  const wanted = new Set<KpiId>([...scenario.rootKpis, ...scenario.symptoms]);
  const hits = ({ kpiIds }: PlanResult): number => kpiIds.filter((id) => wanted.has(id)).length;
  const about = plans.filter((plan) => hits(plan) > 0).sort((a, b) => hits(b) - hits(a) || a.day - b.day);
  const plan = about[0];
  const owners = new Set<AgentId>(scenario.rootKpis.map((id) => kpis[id].owner));
  return {
    name,
    scenario: scenario.name,
    detected: plan !== undefined,
    day: plan?.day ?? null,
    top1: plan !== undefined && isRoot(scenario.rootKpis, plan.roots.slice(0, 1)),
    top3: plan !== undefined && isRoot(scenario.rootKpis, plan.roots.slice(0, 3)),
    rightAgents: plan?.speaking.some((agent) => owners.has(agent)) ?? false,
    silentShare: plan === undefined ? 1 : 1 - plan.speaking.length / agentIds.length,
    cureInThree: plan?.actions.slice(0, 3).some((type) => scenario.cures.some((cure) => cure === type)) ?? false,
    plansOfCause: about.length,
    otherPlans: plans.length - about.length,
    firstRoots: plan?.roots.slice(0, 3) ?? [],
    firstActions: plan?.actions.slice(0, 4) ?? [],
    planMs: Math.max(0, ...planMs),
  };
}

function isRoot(roots: readonly KpiId[], named: readonly KpiId[]): boolean {
  return named.some((id) => roots.includes(id));
}

export interface Summary {
  readonly cases: number;
  readonly detected: number;
  readonly top1: number;
  readonly top3: number;
  readonly rightAgents: number;
  readonly silentShare: number;
  readonly cureInThree: number;
  readonly onePlan: number;
  readonly planMsP95: number;
}

/** Shares over the cases that were detected at all; `detected` is over all. */
export function summarise(scores: readonly CaseScore[]): Summary {
  const found = scores.filter((score) => score.detected);
  const share = (test: (score: CaseScore) => boolean): number => found.filter(test).length / Math.max(1, found.length);
  let silent = 0;
  for (const score of found) silent += score.silentShare;
  const times = found.map((score) => score.planMs).sort((a, b) => a - b);
  return {
    cases: scores.length,
    detected: found.length / Math.max(1, scores.length),
    top1: share((score) => score.top1),
    top3: share((score) => score.top3),
    rightAgents: share((score) => score.rightAgents),
    silentShare: silent / Math.max(1, found.length),
    cureInThree: share((score) => score.cureInThree),
    onePlan: share((score) => score.plansOfCause === 1),
    planMsP95: times[Math.min(times.length - 1, Math.floor(0.95 * times.length))] ?? 0,
  };
}

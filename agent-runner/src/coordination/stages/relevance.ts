import { kpis, squadIds, squads, type AgentId, type KpiId, type SquadId, type SquadRecord } from '@ai-cos/catalog';
import type { RootCause } from '../../contract/index.ts';
import { agentProfiles } from '../relevance/profile.ts';
import { scoreAgent } from '../relevance/score.ts';
import type { Draft, RelevanceScore, Tools } from '../types.ts';

/** Symptoms below this support are not what the event is about. */
const leastSupport = 0.3;

/** Who speaks: six factors per agent against the suspected root and its symptoms; squads follow from who speaks. */
export function relevance(draft: Draft, { options }: Tools): Draft {
  const { input } = draft;
  const focus = focusOf(draft.rootCauses);
  const subject = { eventType: input.eventType, sourceAgentId: input.sourceAgentId, severity: input.severity, focus };
  const scores = agentProfiles().map((agent) => scoreAgent(agent, subject, input.agents[agent.id]));
  const decided = options.ownerOnly ? onlyOwner(scores, focus) : options.relevance ? scores : everybody(scores);
  return { ...draft, relevance: decided, squadIds: convened(decided) };
}

/** Root and symptoms by support: the first root counts fully, a symptom at most as much as its support. */
function focusOf(rootCauses: readonly RootCause[]): Map<KpiId, number> {
  const focus = new Map<KpiId, number>();
  for (const [index, cause] of rootCauses.entries()) {
    if (index === 0) focus.set(cause.kpiId, 1);
    else if (cause.support >= leastSupport) focus.set(cause.kpiId, cause.support * 0.9);
  }
  return focus;
}

function onlyOwner(scores: readonly RelevanceScore[], focus: ReadonlyMap<KpiId, number>): RelevanceScore[] {
  const first = [...focus.keys()][0];
  const owner: AgentId | null = first === undefined ? null : kpis[first].owner;
  return scores.map((score) => ({ ...score, speaks: score.agentId === owner }));
}

function everybody(scores: readonly RelevanceScore[]): RelevanceScore[] {
  return scores.map((score) => ({ ...score, speaks: true }));
}

/** A squad is convened when its lead or two of its members speak. */
function convened(scores: readonly RelevanceScore[]): SquadId[] {
  const speaking = new Set(scores.filter((score) => score.speaks).map((score) => score.agentId));
  return squadIds.filter((id) => {
    const squad: SquadRecord = squads[id];
    return speaking.has(squad.lead) || squad.members.filter((member) => speaking.has(member)).length >= 2;
  });
}

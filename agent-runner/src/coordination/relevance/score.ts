import { eventTypes, type AgentId, type EventType, type ExpertiseTag, type KpiId } from '@ai-cos/catalog';
import type { Severity } from '../../contract/index.ts';
import type { AgentHistory, RelevanceFactors, RelevanceScore } from '../types.ts';
import { labelOf, type AgentProfile } from './profile.ts';

/** Who scores at least this speaks (founding documents). */
export const relevanceThreshold = 0.5;

/** Shares of the six factors; they sum to 1. */
export const relevanceWeights: RelevanceFactors = {
  ownership: 0.35,
  influence: 0.2,
  expertise: 0.2,
  urgency: 0.1,
  trackRecord: 0.075,
  novelty: 0.075,
};

/** What an event is about: KPIs with a weight of 0–1, the suspected root 1, symptoms less. */
export interface Subject {
  readonly eventType: EventType;
  readonly sourceAgentId: AgentId;
  readonly severity: Severity;
  readonly focus: ReadonlyMap<KpiId, number>;
}

const urgencyBySeverity: Readonly<Record<Severity, number>> = { low: 0.25, medium: 0.5, high: 0.75, critical: 1 };
/** A watcher answers for a KPI less than its owner. */
const watcherShare = 0.7;
const fresh: AgentHistory = { state: 'active', verified: 0, ineffective: 0, rejected: 0, waiting: 0 };

export function scoreAgent(agent: AgentProfile, subject: Subject, history: AgentHistory = fresh): RelevanceScore {
  const factors: RelevanceFactors = {
    ownership: ownershipOf(agent, subject),
    influence: influenceOf(agent, subject.focus),
    expertise: expertiseOf(agent.expertise, eventTypes[subject.eventType].expertise),
    urgency: urgencyBySeverity[subject.severity],
    trackRecord: (1 + history.verified) / (2 + history.verified + history.ineffective),
    novelty: 1 / (1 + (history.rejected + history.waiting) / 5),
  };
  const score = weighted(factors);
  const speaks = score >= relevanceThreshold && history.state !== 'paused';
  return { agentId: agent.id, score, speaks, factors, reason: reasonOf(agent, subject, factors, { score, history }) };
}

function ownershipOf(agent: AgentProfile, { focus, sourceAgentId }: Subject): number {
  let most = agent.id === sourceAgentId ? 1 : 0;
  for (const [kpi, weight] of focus) {
    if (agent.owns.has(kpi)) most = Math.max(most, weight);
    else if (agent.watches.has(kpi)) most = Math.max(most, watcherShare * weight);
  }
  return most;
}

function influenceOf(agent: AgentProfile, focus: ReadonlyMap<KpiId, number>): number {
  let most = 0;
  for (const [kpi, weight] of focus) most = Math.max(most, weight * (agent.nearness.get(kpi) ?? 0));
  return most;
}

/** Two matching topics of an event are full expertise. */
function expertiseOf(own: ReadonlySet<ExpertiseTag>, wanted: readonly ExpertiseTag[]): number {
  let matches = 0;
  for (const tag of wanted) if (own.has(tag)) matches += 1;
  return Math.min(1, matches / 2);
}

function weighted(factors: RelevanceFactors): number {
  const w = relevanceWeights;
  const sum =
    w.ownership * factors.ownership +
    w.influence * factors.influence +
    w.expertise * factors.expertise +
    w.urgency * factors.urgency +
    w.trackRecord * factors.trackRecord +
    w.novelty * factors.novelty;
  return Math.round(sum * 1000) / 1000;
}

function reasonOf(
  agent: AgentProfile,
  subject: Subject,
  factors: RelevanceFactors,
  { score, history }: { score: number; history: AgentHistory }
): string {
  if (history.state === 'paused') return 'silent because it is paused';
  const mine = [...subject.focus.keys()].filter((kpi) => agent.owns.has(kpi) || agent.watches.has(kpi));
  const about = eventTypes[subject.eventType].label;
  if (score >= relevanceThreshold) {
    const why = mine.length > 0 ? `answers for ${mine.map(labelOf).join(', ')}` : `knows about ${about}`;
    return agent.id === subject.sourceAgentId ? 'speaks: raised the event' : `speaks: ${why}`;
  }
  const missing = [
    mine.length === 0
      ? 'none of the affected KPIs is its own'
      : `${mine.map(labelOf).join(', ')} is only a symptom here`,
    ...(factors.expertise === 0 ? [`it knows nothing about ${about}`] : []),
    ...(factors.influence === 0 ? ['no link leads from its KPIs to them'] : []),
    ...(factors.novelty < 0.5 ? ['its last proposals were rejected or still wait'] : []),
  ];
  return `silent because ${missing.join(' and ')} (${score.toFixed(2)} of ${String(relevanceThreshold)})`;
}

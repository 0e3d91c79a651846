import { agents, agentIds, type AgentId } from '@ai-cos/catalog/agents';
import { kpiIds, kpis } from '@ai-cos/catalog/kpis';
import { squads, squadIds, type SquadId } from '@ai-cos/catalog/squads';
import type { AgentDetail, AgentView, SquadView, TrackRecord } from '@ai-cos/agent-runner/contract';
import { idOf, wallMinutes, wallNow } from './ids.ts';

export function makeTrackRecord(part: Partial<TrackRecord> = {}): TrackRecord {
  return {
    proposed: 14,
    approved: 9,
    rejected: 3,
    executed: 8,
    verified: 5,
    ineffective: 2,
    harmful: 0,
    unverifiable: 1,
    ...part,
  };
}

function squadsWith(id: AgentId): SquadId[] {
  return squadIds.filter((squadId) => {
    const { lead, members } = squads[squadId];
    return lead === id || members.some((member) => member === id);
  });
}

export function makeAgent(id: AgentId, part: Partial<AgentView> = {}): AgentView {
  const { name, pole, mission, expertise } = agents[id];
  return {
    id,
    name,
    pole,
    mission,
    expertise: [...expertise],
    squads: squadsWith(id),
    owns: kpiIds.filter((kpi) => kpis[kpi].owner === id),
    watches: kpiIds.filter((kpi) => kpis[kpi].also.some((also) => also === id)),
    analyses: [{ id: 'stock-cover', title: 'Which products run out before the next delivery' }],
    playbooks: [{ id: 'restock', title: 'Order what runs out' }],
    state: 'active',
    stateReason: null,
    trackRecord: makeTrackRecord(),
    health: 'ok',
    lastSpokeAt: wallMinutes(-4),
    ...part,
  };
}

export function makeAgentDetail(id: AgentId): AgentDetail {
  return {
    ...makeAgent(id),
    recentFindings: [
      {
        id: idOf('finding', 1),
        eventId: idOf('event', 1),
        title: 'Product 123 is sold out in 2 days',
        severity: 'high',
        at: wallNow,
      },
    ],
    recentActionIds: [idOf('action', 1)],
    recentRelevance: [
      { eventId: idOf('event', 1), score: 0.82, speaks: true, reason: 'owns the KPI of the event', at: wallNow },
    ],
  };
}

export function makeSquad(id: SquadId, part: Partial<SquadView> = {}): SquadView {
  const { name, mission, lead, members } = squads[id];
  return {
    id,
    name,
    mission,
    lead,
    members: [lead, ...members].map((member) => ({ id: member, name: agents[member].name, state: 'active' as const })),
    kpis: kpiIds
      .filter((kpi) => kpis[kpi].squad === id)
      .map((kpi, index) => ({ id: kpi, score: index === 0 ? 0.35 : 0.92, status: index === 0 ? 'critical' : 'ok' })),
    openEventIds: id === 'ecommerce' ? [idOf('event', 1)] : [],
    openPlanIds: id === 'ecommerce' ? [idOf('plan', 1)] : [],
    pendingActions: id === 'ecommerce' ? 2 : 0,
    trackRecord: makeTrackRecord(),
    ...part,
  };
}

/** Simulated: all 26, one of them paused. */
export const allAgents: readonly AgentView[] = agentIds.map((id) =>
  makeAgent(id, id === 'ia-content' ? { state: 'paused', stateReason: 'holiday of the editors' } : {})
);

export const allSquads: readonly SquadView[] = squadIds.map((id) => makeSquad(id));

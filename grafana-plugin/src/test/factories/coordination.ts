import { agentIds } from '@ai-cos/catalog/agents';
import type { CoordinationEvent, CoordinationEventDetail, Plan, Relevance } from '@ai-cos/agent-runner/contract';
import { businessNow, digestOf, idOf, wallMinutes, wallNow } from './ids.ts';

export function makeEvent(number: number, part: Partial<CoordinationEvent> = {}): CoordinationEvent {
  return {
    id: idOf('event', number),
    eventType: 'STOCK_ALERT',
    status: 'completed',
    origin: 'alert',
    sourceAgentId: 'stock-forecaster',
    targetAgentIds: ['stock-forecaster', 'ia-cmo'],
    squadIds: ['ecommerce'],
    kpiIds: ['cart_abandonment', 'stock_rupture'],
    severity: 'high',
    title: 'Cart abandonment above its limit since the stock of product 123 runs out',
    eventData: {},
    planId: idOf('plan', number),
    actionsTriggered: 3,
    actionTriggered: 3,
    successRate: 0,
    traceId: null,
    recovering: false,
    createdAt: wallNow,
    createdAsOf: businessNow,
    completedAt: wallMinutes(1),
    closedAt: null,
    ...part,
  };
}

const speakers: readonly string[] = ['stock-forecaster', 'ia-cmo', 'ia-devops', 'ia-supply-chain'];

export function makeRelevance(): Relevance[] {
  return agentIds.map((agentId, index) => {
    const speaks = speakers.includes(agentId);
    const base = speaks ? 0.8 : 0.1 + (index % 5) * 0.06;
    return {
      agentId,
      score: speaks ? 0.72 : 0.1 + (index % 7) * 0.05,
      speaks,
      factors: { ownership: base, influence: base, expertise: base, urgency: 0.7, trackRecord: 0.5, novelty: 0.6 },
      reason: speaks ? 'owns or influences the KPI' : 'neither owns nor influences the KPIs of this event',
    };
  });
}

export function makeEventDetail(event: CoordinationEvent): CoordinationEventDetail {
  return {
    ...event,
    episodes: [
      {
        id: idOf('episode', 1),
        alertName: 'AicosCartAbandonmentOffTarget',
        kpiId: 'cart_abandonment',
        severity: 'critical',
        status: 'firing',
        startsAt: wallMinutes(-4),
        resolvedAt: null,
        seenCount: 3,
      },
    ],
    relevance: makeRelevance(),
  };
}

export function makePlan(number: number, part: Partial<Plan> = {}): Plan {
  return {
    id: idOf('plan', number),
    eventId: idOf('event', number),
    revision: 1,
    hash: digestOf(7),
    summary: 'Restock product 123 by express, stop the campaign that sends buyers to it, then switch the checkout back.',
    rootCauses: [
      {
        kpiId: 'stock_rupture',
        support: 0.82,
        explains: ['cart_abandonment', 'conversion_rate'],
        reason: 'it left its band first and influences both with no lag',
      },
    ],
    squadIds: ['ecommerce', 'performance'],
    findings: [],
    relevance: makeRelevance(),
    actions: [],
    steps: [],
    resolutions: [
      {
        rule: 'duplicate',
        kept: 'restock by stock-forecaster',
        dropped: ['restock by ia-supply-chain'],
        reason: 'both order product 123 for warehouse 1',
      },
    ],
    boardVotes: [],
    priorities: [],
    outcomes: [],
    notes: [{ stage: 'analyse', agentId: 'ia-support', note: 'its analysis did not end within 10 s' }],
    traceId: null,
    createdAt: wallNow,
    createdAsOf: businessNow,
    ...part,
  };
}

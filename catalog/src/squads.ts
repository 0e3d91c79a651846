import type { AgentId } from './agents/index.ts';

export interface SquadRecord {
  readonly name: string;
  readonly mission: string;
  readonly lead: AgentId;
  readonly members: readonly AgentId[];
}

/** The 6 squads: meta-agents that cut across the poles; a squad maps to a human team as well. The lead is no member. */
export const squads = {
  performance: {
    name: 'Performance',
    mission: 'Pages and services stay fast, code stays changeable.',
    lead: 'ia-cto',
    members: ['ia-devops', 'ia-docker-optimizer', 'ia-qa', 'seo-sentinel', 'ia-designer'],
  },
  ecommerce: {
    name: 'E-commerce',
    mission: 'The right products at the right price, always available.',
    lead: 'pricing-bot',
    members: ['stock-forecaster', 'ia-product', 'ia-content', 'ia-market-intel', 'ia-designer'],
  },
  resilience: {
    name: 'Resilience',
    mission: 'Nothing that can be foreseen takes the company down.',
    lead: 'ia-ciso',
    members: ['ia-devops', 'ia-legal', 'ia-risk', 'ia-qa'],
  },
  customer: {
    name: 'Customer',
    mission: 'Customers get an answer, a solution and a reason to return.',
    lead: 'ia-crm',
    members: ['ia-support', 'ia-designer', 'ia-product', 'ia-logistics'],
  },
  'business-growth': {
    name: 'Business growth',
    mission: 'Revenue grows at a cost the margin carries.',
    lead: 'ia-cmo',
    members: ['pricing-bot', 'seo-sentinel', 'ia-content', 'ia-cfo', 'ia-partners', 'ia-international'],
  },
  'operations-excellence': {
    name: 'Operations excellence',
    mission: 'Goods, money and people flow without waste.',
    lead: 'ia-logistics',
    members: ['ia-supply-chain', 'stock-forecaster', 'ia-cfo', 'ia-hr', 'ia-esg', 'ia-rnd'],
  },
} as const satisfies Record<string, SquadRecord>;

export type SquadId = keyof typeof squads;
export const squadIds = Object.keys(squads) as [SquadId, ...SquadId[]];

export function squadsOf(agent: AgentId): SquadId[] {
  return squadIds.filter((id) => {
    const squad: SquadRecord = squads[id];
    return squad.lead === agent || squad.members.includes(agent);
  });
}

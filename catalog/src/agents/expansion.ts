import type { AgentRecord } from '../schema/agent.ts';

export const expansionAgents = {
  'ia-rnd': {
    name: 'Innovation',
    pole: 'expansion',
    mission: 'Learns which new features customers really use.',
    expertise: ['innovation', 'adoption', 'roadmap'],
    authority: { maxRisk: 40, maxAmount: 20_000 },
  },
  'ia-partners': {
    name: 'Partnerships',
    pole: 'expansion',
    mission: 'Makes partners and channels earn their place.',
    expertise: ['partnerships', 'advertising', 'margin'],
    authority: { maxRisk: 40, maxAmount: 20_000 },
  },
  'ia-international': {
    name: 'New markets',
    pole: 'expansion',
    mission: 'Finds which countries carry their cost and which do not.',
    expertise: ['expansion', 'acquisition', 'fulfillment'],
    authority: { maxRisk: 50, maxAmount: 50_000 },
  },
  'ia-market-intel': {
    name: 'Competition and demand',
    pole: 'expansion',
    mission: 'Watches what the market asks for and what of the assortment sells.',
    expertise: ['competition', 'assortment', 'demand'],
    authority: { maxRisk: 40, maxAmount: 10_000 },
  },
  'ia-risk': {
    name: 'Risk detection',
    pole: 'expansion',
    mission: 'Sees concentrations and early signs before they hurt.',
    expertise: ['risk', 'suppliers', 'cash', 'security'],
    authority: { maxRisk: 75, maxAmount: 50_000 },
  },
} as const satisfies Record<string, AgentRecord>;

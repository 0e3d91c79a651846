import type { AgentRecord } from '../schema/agent.ts';

export const businessAgents = {
  'ia-cmo': {
    name: 'Marketing',
    pole: 'business',
    mission: 'Brings new customers at a cost the margin can carry.',
    expertise: ['advertising', 'acquisition', 'demand'],
    authority: { maxRisk: 60, maxAmount: 50_000 },
  },
  'seo-sentinel': {
    name: 'Search',
    pole: 'business',
    mission: 'Watches what search engines see of the shop.',
    expertise: ['seo', 'latency', 'editorial'],
    authority: { maxRisk: 30, maxAmount: 5_000 },
  },
  'pricing-bot': {
    name: 'Prices',
    pole: 'business',
    mission: 'Keeps prices where margin is highest within the limits the company set.',
    expertise: ['pricing', 'elasticity', 'margin'],
    authority: { maxRisk: 60, maxAmount: 50_000 },
  },
  'stock-forecaster': {
    name: 'Stock',
    pole: 'business',
    mission: 'Knows which product runs out when.',
    expertise: ['stock', 'forecasting', 'demand'],
    authority: { maxRisk: 50, maxAmount: 100_000 },
  },
  'ia-crm': {
    name: 'Customers',
    pole: 'business',
    mission: 'Keeps customers coming back.',
    expertise: ['customers', 'loyalty', 'satisfaction'],
    authority: { maxRisk: 50, maxAmount: 20_000 },
  },
  'ia-logistics': {
    name: 'Fulfillment',
    pole: 'business',
    mission: 'Gets parcels out on time and right.',
    expertise: ['fulfillment', 'carriers', 'warehouse', 'stock'],
    authority: { maxRisk: 60, maxAmount: 50_000 },
  },
  'ia-supply-chain': {
    name: 'Procurement',
    pole: 'business',
    mission: 'Orders the right quantity from the right supplier in time.',
    expertise: ['procurement', 'suppliers', 'stock'],
    authority: { maxRisk: 60, maxAmount: 150_000 },
  },
  'ia-support': {
    name: 'Support',
    pole: 'business',
    mission: 'Answers customers fast and solves what they came with.',
    expertise: ['support', 'satisfaction', 'customers'],
    authority: { maxRisk: 50, maxAmount: 20_000 },
  },
} as const satisfies Record<string, AgentRecord>;

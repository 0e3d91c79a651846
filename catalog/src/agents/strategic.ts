import type { AgentRecord } from '../schema/agent.ts';

export const strategicAgents = {
  'ia-ceo': {
    name: 'CEO orchestrator',
    pole: 'strategic',
    mission: 'Turns what the other agents found into one plan, keeps the whole company healthy.',
    expertise: ['orchestration', 'risk', 'cash'],
    authority: { maxRisk: 100, maxAmount: 250_000 },
  },
  'ia-cfo': {
    name: 'Finance',
    pole: 'strategic',
    mission: 'Keeps cash, margin and budgets in their bands.',
    expertise: ['cash', 'cost', 'margin', 'invoicing'],
    authority: { maxRisk: 75, maxAmount: 200_000 },
  },
  'ia-legal': {
    name: 'Legal and compliance',
    pole: 'strategic',
    mission: 'Keeps deadlines of consumer, invoice and privacy law.',
    expertise: ['compliance', 'privacy', 'invoicing', 'accessibility'],
    authority: { maxRisk: 60, maxAmount: 20_000 },
  },
  'ia-esg': {
    name: 'Sustainability',
    pole: 'strategic',
    mission: 'Measures and improves environment, social and governance factors.',
    expertise: ['sustainability', 'compliance', 'suppliers'],
    authority: { maxRisk: 40, maxAmount: 20_000 },
  },
  'ia-hr': {
    name: 'People',
    pole: 'strategic',
    mission: 'Fills open seats in time and keeps the people who are here.',
    expertise: ['hiring', 'retention'],
    authority: { maxRisk: 50, maxAmount: 50_000 },
  },
} as const satisfies Record<string, AgentRecord>;

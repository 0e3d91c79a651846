import type { AgentRecord } from '../schema/agent.ts';

export const techAgents = {
  'ia-cto': {
    name: 'Architecture and code',
    pole: 'tech',
    mission: 'Keeps the code healthy and pages fast.',
    expertise: ['architecture', 'code-quality', 'latency'],
    authority: { maxRisk: 75, maxAmount: 50_000 },
  },
  'ia-devops': {
    name: 'Operations',
    pole: 'tech',
    mission: 'Keeps services fast and releases safe.',
    expertise: ['latency', 'release', 'containers', 'checkout'],
    authority: { maxRisk: 75, maxAmount: 20_000 },
  },
  'ia-ciso': {
    name: 'Security',
    pole: 'tech',
    mission: 'Closes security findings by severity and age.',
    expertise: ['security', 'privacy', 'risk'],
    authority: { maxRisk: 75, maxAmount: 20_000 },
  },
  'ia-designer': {
    name: 'Experience',
    pole: 'tech',
    mission: 'Finds where people get stuck between page and purchase.',
    expertise: ['usability', 'checkout', 'accessibility'],
    authority: { maxRisk: 40, maxAmount: 10_000 },
  },
  'ia-docker-optimizer': {
    name: 'Builds and containers',
    pole: 'tech',
    mission: 'Keeps builds short and images small.',
    expertise: ['build', 'containers', 'release'],
    authority: { maxRisk: 40, maxAmount: 5_000 },
  },
  'ia-qa': {
    name: 'Quality',
    pole: 'tech',
    mission: 'Finds defects before customers do.',
    expertise: ['testing', 'defects', 'code-quality'],
    authority: { maxRisk: 40, maxAmount: 5_000 },
  },
  'ia-product': {
    name: 'Product',
    pole: 'tech',
    mission: 'Brings the right features to customers sooner.',
    expertise: ['roadmap', 'adoption', 'defects'],
    authority: { maxRisk: 50, maxAmount: 20_000 },
  },
  'ia-content': {
    name: 'Content',
    pole: 'tech',
    mission: 'Publishes what customers and search engines look for, in a steady rhythm.',
    expertise: ['editorial', 'seo'],
    authority: { maxRisk: 30, maxAmount: 5_000 },
  },
} as const satisfies Record<string, AgentRecord>;

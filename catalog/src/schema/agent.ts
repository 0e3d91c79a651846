import { z } from 'zod';

export const poles = ['strategic', 'tech', 'business', 'expansion'] as const;
export type Pole = (typeof poles)[number];

/** Topics an agent knows about; relevance matches them against the event type and the KPIs of an event. */
export const expertiseTags = [
  'orchestration',
  'cash',
  'cost',
  'margin',
  'invoicing',
  'compliance',
  'privacy',
  'sustainability',
  'hiring',
  'retention',
  'architecture',
  'code-quality',
  'latency',
  'release',
  'security',
  'usability',
  'checkout',
  'accessibility',
  'build',
  'containers',
  'testing',
  'defects',
  'roadmap',
  'adoption',
  'editorial',
  'advertising',
  'acquisition',
  'demand',
  'seo',
  'pricing',
  'elasticity',
  'stock',
  'forecasting',
  'customers',
  'loyalty',
  'fulfillment',
  'carriers',
  'warehouse',
  'procurement',
  'suppliers',
  'support',
  'satisfaction',
  'innovation',
  'partnerships',
  'expansion',
  'competition',
  'assortment',
  'risk',
] as const;
export type ExpertiseTag = (typeof expertiseTags)[number];

/** What an agent is allowed to ask for; a proposal outside it is refused before anyone sees it. */
export const Authority = z.strictObject({
  /** Highest risk score (0–100) an action of this agent may carry. */
  maxRisk: z.number().int().min(0).max(100),
  /** Largest amount one action may move, in the reporting currency. */
  maxAmount: z.number().nonnegative(),
});
export type Authority = z.infer<typeof Authority>;

export const Agent = z.strictObject({
  name: z.string().min(3),
  pole: z.enum(poles),
  mission: z.string().min(10),
  expertise: z.array(z.enum(expertiseTags)).min(2),
  authority: Authority,
});
export interface AgentRecord {
  readonly name: string;
  readonly pole: Pole;
  readonly mission: string;
  readonly expertise: readonly ExpertiseTag[];
  readonly authority: Readonly<Authority>;
}

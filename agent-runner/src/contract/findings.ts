import { agentIds, kpiIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { Id } from './common.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** A thing of the company the evidence names: a product, campaign, supplier, ticket topic… Ids, never personal data. */
export const Entity = z.strictObject({ type: z.string(), id: z.string(), label: z.string().optional() });
export type Entity = z.infer<typeof Entity>;

/** One number with its unit and what it is compared with. */
export const Measure = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  baseline: z.number().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** Why a finding is believed: entities, numbers, period, comparison and the query behind them. */
export const Evidence = z.strictObject({
  entities: z.array(Entity),
  measures: z.array(Measure).min(1),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  comparison: z.string(),
  query: z.strictObject({ name: z.string(), rowCount: z.number().int().nonnegative(), truncated: z.boolean() }),
  /** `database`, or `supplied` where a simulated event brought the facts. */
  source: z.enum(['database', 'supplied']),
});
export type Evidence = z.infer<typeof Evidence>;

export const Finding = z.strictObject({
  id: Id,
  agentId: z.enum(agentIds),
  analysis: z.string(),
  kpiIds: z.array(z.enum(kpiIds)),
  severity: Severity,
  title: z.string(),
  detail: z.string(),
  /** False: the data did not suffice; such a finding never leads to an action. */
  sufficient: z.boolean(),
  evidence: z.array(Evidence),
});
export type Finding = z.infer<typeof Finding>;

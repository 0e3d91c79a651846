import { z } from 'zod';
import { agentIds, type AgentId } from '../agents/index.ts';
import { eventTypeIds, type EventType } from '../event-types.ts';
import { squadIds, type SquadId } from '../squads.ts';
import { poles, type Pole } from './agent.ts';

export const kpiFamilies = [
  'tech',
  'business',
  'ux',
  'expansion',
  'marketing',
  'finance',
  'logistics',
  'product',
  'support',
  'operations',
] as const;
export type KpiFamily = (typeof kpiFamilies)[number];

export const kpiUnits = [
  'score_100',
  'ms',
  'percent',
  'amount',
  'articles_per_week',
  'amount_per_month',
  'months',
  'days',
  'hours',
  'turns_per_year',
  'defects_per_100',
  'minutes',
  'stars_5',
] as const;
export type KpiUnit = (typeof kpiUnits)[number];

export const directions = ['up', 'down', 'band'] as const;
export type Direction = (typeof directions)[number];

/** How an effect on this KPI can be verified, see `docs/guides` and the registry of the reference. */
export const verifyKinds = ['flow', 'quantile', 'level', 'identity', 'postcheck'] as const;
export type VerifyKind = (typeof verifyKinds)[number];

export const kpiStages = ['observe', 'alert', 'plan', 'act'] as const;
export type KpiStage = (typeof kpiStages)[number];

export const Band = z.strictObject({
  lowCrit: z.number(),
  lowWarn: z.number(),
  lowOk: z.number(),
  highOk: z.number(),
  highWarn: z.number(),
  highCrit: z.number(),
});
export type Band = z.infer<typeof Band>;

/** One KPI in native units; `nativeToBase` turns a native value into the base unit of `metric`. */
export const Kpi = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  label: z.string().min(2),
  family: z.enum(kpiFamilies),
  pole: z.enum(poles),
  snapshotColumn: z.string(),
  camel: z.string(),
  kebab: z.string(),
  aliases: z.array(z.string()),
  unit: z.enum(kpiUnits),
  metric: z.string().regex(/^aicos_[a-z0-9_]+$/),
  metricLabels: z.array(z.string()).optional(),
  nativeToBase: z.number().positive(),
  grafanaUnit: z.string(),
  grafanaUnitBase: z.string(),
  decimals: z.number().int().min(0),
  direction: z.enum(directions),
  target: z.number(),
  warning: z.number(),
  critical: z.number(),
  band: Band.optional(),
  weight: z.number().positive(),
  foundingCritical: z.boolean(),
  owner: z.enum(agentIds),
  also: z.array(z.enum(agentIds)),
  squad: z.enum(squadIds),
  eventType: z.enum(eventTypeIds),
  refresh: z.string(),
  windowDays: z.number().nonnegative(),
  maturationDays: z.number().nonnegative(),
  refreshSeconds: z.number().positive(),
  class: z.enum(['fast', 'slow']),
  confirm: z.number().int().positive(),
  sensitivity: z.enum(['internal', 'restricted']),
  stageDefault: z.enum(kpiStages),
  countRatio: z.boolean(),
  verify: z.enum(verifyKinds),
  feeds: z.array(z.string()).min(1),
  sources: z.string(),
  undefinedWhen: z.string(),
  minSample: z.number().positive(),
  alertMinSample: z.number().positive(),
  definition: z.string(),
  benchmark: z.string(),
  opportunity: z.number().nullable(),
});
export type Kpi = z.infer<typeof Kpi>;

/** The compile-time twin of `Kpi` for literal records: ids of agents, squads and events must exist. */
export type KpiRecord = Readonly<
  Omit<Kpi, 'aliases' | 'metricLabels' | 'also' | 'feeds' | 'owner' | 'squad' | 'eventType' | 'pole' | 'band'>
> & {
  readonly aliases: readonly string[];
  readonly metricLabels?: readonly string[];
  readonly also: readonly AgentId[];
  readonly feeds: readonly string[];
  readonly owner: AgentId;
  readonly squad: SquadId;
  readonly eventType: EventType;
  readonly pole: Pole;
  readonly band?: Readonly<Band>;
};

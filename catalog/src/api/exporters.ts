import { z } from 'zod';
import { kpiStatuses } from '../kpi-status.ts';
import { kpiIds } from '../kpis/index.ts';
import { kpiStages } from '../schema/kpi.ts';

/** The JSON interface between the exporters and everybody who needs KPI values; the exporters alone run KPI SQL. */

const instant = z.iso.datetime({ offset: true });

/** Thresholds in the native unit of the KPI, overrides of the company included. */
export const KpiThresholds = z.object({
  direction: z.enum(['up', 'down', 'band']),
  target: z.number(),
  warning: z.number(),
  critical: z.number(),
  band: z
    .object({
      lowCrit: z.number(),
      lowWarn: z.number(),
      lowOk: z.number(),
      highOk: z.number(),
      highWarn: z.number(),
      highCrit: z.number(),
    })
    .nullable(),
});
export type KpiThresholds = z.infer<typeof KpiThresholds>;

/** One KPI at `asOf`; `value` in native units is null when undefined, `reason` then says why. */
export const KpiReading = z.object({
  id: z.enum(kpiIds),
  store: z.string().nullable(),
  value: z.number().nullable(),
  baseValue: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  sampleSize: z.number().nullable(),
  score: z.number().min(0).max(1).nullable(),
  status: z.enum(kpiStatuses),
  significant: z.boolean(),
  reason: z.string().nullable(),
  currency: z.string().nullable(),
  thresholds: KpiThresholds,
  weight: z.number().positive(),
  stage: z.enum(kpiStages),
  sensitivity: z.enum(['internal', 'restricted']),
  definitionVersion: z.string(),
  asOf: instant.nullable(),
  computedAt: instant.nullable(),
  feedLagSeconds: z.record(z.string(), z.number()),
});
export type KpiReading = z.infer<typeof KpiReading>;

export const HealthReading = z.object({
  scope: z.enum(['global', 'pole', 'domain', 'agent']),
  name: z.string(),
  /** Weighted health 0–1; null while nothing in the scope was ever defined. */
  ratio: z.number().min(0).max(1).nullable(),
  coverage: z.number().min(0).max(1),
});
export type HealthReading = z.infer<typeof HealthReading>;

/** `GET /kpis` */
export const KpisResponse = z.object({
  asOf: instant,
  simulated: z.boolean(),
  reportingCurrency: z.string(),
  configDigest: z.string(),
  kpis: z.array(KpiReading),
  health: z.array(HealthReading),
});
export type KpisResponse = z.infer<typeof KpisResponse>;

/** One point of `GET /kpis/:id/values`; with `flow=true` a point is one UTC day and `matured` says whether it can still change. */
export const KpiPoint = z.object({
  at: instant,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  sampleSize: z.number().nullable(),
  matured: z.boolean(),
});
export type KpiPoint = z.infer<typeof KpiPoint>;

/** `GET /kpis/:id/values?from&to&step&flow=true`, oldest first; `step` in seconds. */
export const KpiValuesResponse = z.object({
  id: z.enum(kpiIds),
  flow: z.boolean(),
  asOf: instant,
  points: z.array(KpiPoint),
});
export type KpiValuesResponse = z.infer<typeof KpiValuesResponse>;

/** One base counter with one set of labels: its running total at the end of each step. */
export const CounterSeries = z.object({
  name: z.string(),
  labels: z.record(z.string(), z.string()),
  points: z.array(z.object({ at: instant, total: z.number().nonnegative() })),
});
export type CounterSeries = z.infer<typeof CounterSeries>;

/** `GET /counters?from&to&step`: the base counters as scrapes of the past would have shown them, oldest first. */
export const CountersResponse = z.object({ asOf: instant, counters: z.array(CounterSeries) });
export type CountersResponse = z.infer<typeof CountersResponse>;

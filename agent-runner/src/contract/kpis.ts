import { HealthReading, KpiPoint, KpiReading, kpiIds } from '@ai-cos/catalog';
import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** A KPI as the interface shows it: the reading plus what the catalog knows about it. */
export const KpiView = KpiReading.extend({
  label: z.string(),
  family: z.string(),
  pole: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  owner: z.string(),
  watchers: z.array(z.string()),
  squad: z.string(),
  definition: z.string(),
  benchmark: z.string(),
  /** Change of the value against the same moment a week before; null when either is undefined. */
  weekChange: z.number().nullable(),
  openEventIds: z.array(Id),
  pendingActions: z.number().int(),
});
export type KpiView = z.infer<typeof KpiView>;

export const Influence = z.strictObject({
  edgeId: z.string(),
  from: z.string(),
  to: z.string(),
  sign: z.enum(['+', '-']),
  lagDays: z.number(),
  grade: z.string(),
  enabled: z.boolean(),
  basis: z.string(),
});

export const KpiDetail = KpiView.extend({
  influencedBy: z.array(Influence),
  influences: z.array(Influence),
  actionIds: z.array(Id),
  eventIds: z.array(Id),
  runbook: z.string(),
});
export type KpiDetail = z.infer<typeof KpiDetail>;

export const KpiHistoryQuery = z.object({
  from: Instant.optional(),
  to: Instant.optional(),
  flow: z.stringbool().default(false),
});

/** `GET /kpis/:id/history`, oldest first. */
export const KpiHistory = z.strictObject({ id: z.enum(kpiIds), unit: z.string(), points: z.array(KpiPoint) });
export type KpiHistory = z.infer<typeof KpiHistory>;

/** `GET /kpis/:id/forecast`: quantiles per business day with the error of the method in its backtest. */
export const KpiForecast = z.strictObject({
  id: z.enum(kpiIds),
  unit: z.string(),
  method: z.string(),
  reliable: z.boolean(),
  reason: z.string().nullable(),
  backtest: z.strictObject({ mase: z.number(), coverage: z.number(), origins: z.number().int() }).nullable(),
  points: z.array(z.strictObject({ at: Instant, p10: z.number(), p50: z.number(), p90: z.number() })),
});
export type KpiForecast = z.infer<typeof KpiForecast>;

/** `GET /health-board` */
export const HealthBoard = z.strictObject({
  asOf: Instant,
  simulated: z.boolean(),
  health: z.array(HealthReading),
  kpis: z.array(KpiView),
  /** Since when the runner has heard no heartbeat from the alert pipeline; null while it does. */
  blindSinceAt: Instant.nullable(),
});
export type HealthBoard = z.infer<typeof HealthBoard>;
export type Influence = z.infer<typeof Influence>;
export type KpiHistoryQuery = z.infer<typeof KpiHistoryQuery>;

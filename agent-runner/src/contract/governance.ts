import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const modes = ['safe', 'assisted', 'auto-drive', 'forecast'] as const;
export const Mode = z.enum(modes);
export type Mode = z.infer<typeof Mode>;

/** `GET /mode`; `wouldRunAlone` lists for every mode what would then run without a person. */
export const ModeView = z.strictObject({
  mode: Mode,
  since: Instant,
  changedBy: z.string(),
  reason: z.string(),
  wouldRunAlone: z.record(Mode, z.array(z.strictObject({ actionType: z.string(), why: z.string() }))),
  history: z.array(z.strictObject({ mode: Mode, at: Instant, by: z.string(), reason: z.string() })),
});
export type ModeView = z.infer<typeof ModeView>;

export const ModeRequest = z.strictObject({ mode: Mode, reason: z.string().min(1) });

/** `GET /kill-switch`: while engaged nothing new starts; `agentIds` lists agents stopped one by one. */
export const KillSwitchView = z.strictObject({
  engaged: z.boolean(),
  since: Instant.nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type KillSwitchView = z.infer<typeof KillSwitchView>;
export const KillSwitchRequest = z.strictObject({ engaged: z.boolean(), reason: z.string().min(1) });

export const AuditEntry = z.strictObject({
  seq: z.number().int(),
  at: Instant,
  asOf: Instant.nullable(),
  event: z.string(),
  actor: z.string().nullable(),
  route: z.string().nullable(),
  ref: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `GET /audit/verify`; `brokenAt` is the first sequence number that does not fit the chain. */
export const AuditVerification = z.strictObject({
  valid: z.boolean(),
  entries: z.number().int(),
  unlinked: z.number().int(),
  head: z.string().nullable(),
  brokenAt: z.number().int().nullable(),
  reason: z.string().nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

/** `GET /snapshots`: the 40 KPIs in native units at one moment. */
export const Snapshot = z.strictObject({
  id: Id,
  createdAt: Instant,
  createdAsOf: Instant,
  mode: Mode,
  kpis: z.record(z.string(), z.number().nullable()),
  globalHealth: z.number(),
  confidence: z.number(),
  risk: z.number(),
});
export type Snapshot = z.infer<typeof Snapshot>;
export type ModeRequest = z.infer<typeof ModeRequest>;
export type KillSwitchRequest = z.infer<typeof KillSwitchRequest>;

/** `POST /snapshots`; `report` replaces readings of the exporters by native values, under any spelling of a KPI. */
export const SnapshotRequest = z.strictObject({
  source: z.string().min(1).max(100).default('request'),
  report: z.record(z.string(), z.unknown()).default({}),
});
export type SnapshotRequest = z.infer<typeof SnapshotRequest>;

/** `GET /audit` */
export const AuditQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().regex(/^\d+$/).optional(),
  ref: z.string().optional(),
  event: z.string().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

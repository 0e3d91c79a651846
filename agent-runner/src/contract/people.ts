import { kpiIds, poles } from '@ai-cos/catalog';
import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** A right with the reason it is missing, so that a disabled button can say why. */
export const Right = z.strictObject({ allowed: z.boolean(), whyNot: z.string().nullable() });

/** `GET /me` */
export const Me = z.strictObject({
  personId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['person', 'service', 'anonymous']),
  groups: z.array(z.string()),
  delegatedFrom: z.array(z.string()),
  rights: z.strictObject({
    decide: Right,
    createEvents: Right,
    simulate: Right,
    changeMode: Right,
    killSwitch: Right,
    pauseAgents: Right,
    readAudit: Right,
    delegate: Right,
  }),
  company: z.strictObject({ name: z.string(), simulated: z.boolean(), currency: z.string(), timeZone: z.string() }),
  businessNow: Instant,
  clockRate: z.number(),
  version: z.string(),
});
export type Me = z.infer<typeof Me>;

export const PersonView = z.strictObject({
  id: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  active: z.boolean(),
  absentUntil: z.string().nullable(),
  openDecisions: z.number().int(),
});
export type PersonView = z.infer<typeof PersonView>;

export const Delegation = z.strictObject({
  id: Id,
  fromPersonId: z.string(),
  toPersonId: z.string(),
  scope: z.strictObject({ pole: z.enum(poles).optional(), kpiId: z.enum(kpiIds).optional() }),
  startsAt: Instant,
  endsAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

export const DelegationRequest = z.strictObject({
  toPersonId: z.string(),
  scope: z.strictObject({ pole: z.enum(poles).optional(), kpiId: z.enum(kpiIds).optional() }).default({}),
  endsAt: Instant,
  idempotencyKey: z.string().min(8),
});
export type DelegationRequest = z.infer<typeof DelegationRequest>;
export type Right = z.infer<typeof Right>;

import { z } from 'zod';
import { kpiIds } from '../kpis/index.ts';
import { poles } from './agent.ts';
import { kpiStages } from './kpi.ts';

const day = z.iso.date();
const kpiId = z.enum(kpiIds);
const group = z.union([z.literal('admin'), z.templateLiteral(['pole:', z.enum(poles)])]);

/** A human who may read, decide or receive messages; `groups` give the right to decide. */
export const CompanyPerson = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  email: z.email().optional(),
  groups: z.array(group).default([]),
  /** Logins of this person elsewhere; `identifier` is the stable id of the issuer, never a display name. */
  identities: z.array(z.strictObject({ issuer: z.string(), identifier: z.string() })).default([]),
  channel: z.string().optional(),
  absentUntil: day.optional(),
  active: z.boolean().default(true),
});
export type CompanyPerson = z.infer<typeof CompanyPerson>;

/** Days on which the company's figures are not comparable or nothing should be changed. */
export const CalendarEntry = z.strictObject({
  name: z.string(),
  kind: z.enum(['holiday', 'sale', 'freeze', 'maintenance', 'data-incident']),
  from: day,
  to: day,
  kpis: z.array(kpiId).optional(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** `company.yaml`: facts about the company that no table holds. Defaults make an empty file valid. */
export const Company = z.strictObject({
  name: z.string().min(1).default('Your company'),
  /** True when the figures come from a simulation; shown wherever a person sees them. */
  simulated: z.boolean().default(false),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR')
    .default('EUR'),
  exchangeRates: z
    .array(z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), on: day, rate: z.number().positive() }))
    .default([]),
  timeZone: z
    .string()
    .default('UTC')
    .refine((zone) => isTimeZone(zone), 'an IANA time zone such as Europe/Paris'),
  stores: z.array(z.string()).max(20).default([]),
  openingHours: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  calendar: z.array(CalendarEntry).default([]),
  people: z.array(CompanyPerson).default([]),
  owners: z
    .array(
      z.strictObject({
        pole: z.enum(poles).optional(),
        kpi: kpiId.optional(),
        owner: z.string(),
        deputy: z.string().optional(),
      })
    )
    .default([]),
  sensitivity: z.partialRecord(kpiId, z.enum(['internal', 'restricted'])).default({}),
  defaultStage: z.enum(kpiStages).default('observe'),
  stages: z.partialRecord(kpiId, z.enum(kpiStages)).default({}),
});
export type Company = z.infer<typeof Company>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

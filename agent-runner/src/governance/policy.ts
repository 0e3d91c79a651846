import { actionTypeIds, poles } from '@ai-cos/catalog';
import { z } from 'zod';

const group = z.union([
  z.literal('admin'),
  z.literal('any'),
  z.literal('owner-pole'),
  z.templateLiteral(['pole:', z.enum(poles)]),
]);
/** One entry per person needed: the groups one of which that person must be in. A quorum of zero cannot be written. */
const slots = z.array(z.array(group).min(1)).min(1).max(5);

const TierRule = z.strictObject({
  slots,
  /** Slots instead, when the board objects. */
  slotsOnObjection: slots,
  /** An objection of the board blocks approval unless an admin overrides it with a reason. */
  objectionBlocks: z.boolean(),
});

/** What may be decided by whom and what may run alone; `AICOS_POLICY_FILE` replaces it as a whole. */
export const Policy = z.strictObject({
  tiers: z.strictObject({ low: TierRule, medium: TierRule, high: TierRule, critical: TierRule }).default({
    low: { slots: [['any']], slotsOnObjection: [['any']], objectionBlocks: false },
    medium: { slots: [['owner-pole', 'admin']], slotsOnObjection: [['owner-pole', 'admin']], objectionBlocks: false },
    high: { slots: [['any'], ['any']], slotsOnObjection: [['admin'], ['any']], objectionBlocks: false },
    critical: { slots: [['admin'], ['any']], slotsOnObjection: [['admin'], ['any']], objectionBlocks: true },
  }),
  delegation: z.strictObject({ allowed: z.boolean(), maxDays: z.number().positive() }).default({
    allowed: true,
    maxDays: 60,
  }),
  /** Share of the time to expiry after which the request is widened to `to`; it never approves and never lowers the quorum. */
  escalation: z
    .strictObject({ afterShare: z.number().gt(0).lt(1), to: z.enum(['admin', 'any']) })
    .default({ afterShare: 0.5, to: 'admin' }),
  alone: z
    .strictObject({
      /** Highest risk an action may carry to run without a person. */
      maxRiskSafe: z.number().min(0).max(49),
      maxRiskAutoDrive: z.number().min(0).max(49),
      minVerdicts: z.number().int().min(1),
      minTrust: z.number().gt(0).lt(1),
      /** Business days after which a verdict counts half. */
      halfLifeDays: z.number().positive(),
      /** Money one action may commit alone, in the reporting currency. */
      maxAmount: z.number().nonnegative(),
      never: z.array(z.enum(actionTypeIds)),
    })
    .default({
      maxRiskSafe: 24,
      maxRiskAutoDrive: 49,
      minVerdicts: 14,
      minTrust: 0.8,
      halfLifeDays: 180,
      maxAmount: 5_000,
      never: [],
    }),
  /** Effects and money per agent and for the company; an action above a cap waits, it is never dropped. */
  caps: z
    .strictObject({
      effectsPerHour: z.number().int().min(1),
      effectsPerHourPerAgent: z.number().int().min(1),
      /** Reporting currency per business day. */
      spendPerDay: z.number().positive(),
      spendPerDayPerAgent: z.number().positive(),
    })
    .default({ effectsPerHour: 120, effectsPerHourPerAgent: 40, spendPerDay: 250_000, spendPerDayPerAgent: 150_000 }),
  /** Harmful or failed effects within an hour that end auto-drive. */
  breaker: z.strictObject({ failuresPerHour: z.number().int().min(1) }).default({ failuresPerHour: 3 }),
  /** After a crash with actions in flight the kill switch stays on until a person looks. */
  killSwitchAfterCrash: z.boolean().default(false),
  /** People who started a drill or a demo incident may approve it. */
  drillStarterMayApprove: z.boolean().default(true),
});
export type Policy = z.infer<typeof Policy>;

export const defaultPolicy: Policy = Policy.parse({});

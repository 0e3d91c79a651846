import { z } from 'zod';

/** Alertmanager's webhook, version 4: fields get added between releases, so unknown ones are ignored. */
export const WebhookEnvelope = z.object({
  version: z.literal('4'),
  groupKey: z.string(),
  truncatedAlerts: z.number().int().nonnegative().default(0),
  status: z.enum(['firing', 'resolved']),
  receiver: z.string(),
  externalURL: z.string().default(''),
  alerts: z.array(z.unknown()),
});
export type WebhookEnvelope = z.infer<typeof WebhookEnvelope>;

/** One alert, strict: what does not fit is quarantined with its reason, the rest of the group goes on. */
export const WebhookAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: z
    .record(z.string(), z.string())
    .refine((labels) => (labels['alertname'] ?? '') !== '', 'alertname is missing'),
  annotations: z.record(z.string(), z.string()).default({}),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  generatorURL: z.string().default(''),
  fingerprint: z.string().min(1),
});
export type WebhookAlert = z.infer<typeof WebhookAlert>;

export const WebhookAnswer = z.strictObject({
  accepted: z.number().int(),
  repeated: z.number().int(),
  quarantined: z.number().int(),
});
export type WebhookAnswer = z.infer<typeof WebhookAnswer>;

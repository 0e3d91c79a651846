import { z } from 'zod';
import { Digest, Id, Instant } from './common.ts';

export const decisionVerdicts = ['approve', 'reject', 'request_changes'] as const;
export const DecisionVerdict = z.enum(decisionVerdicts);
export type DecisionVerdict = z.infer<typeof DecisionVerdict>;

/** A recorded vote; `personName` is shown, `onBehalfOf` names the person who delegated. */
export const Decision = z.strictObject({
  personId: z.string(),
  personName: z.string(),
  onBehalfOf: z.string().nullable(),
  verdict: DecisionVerdict,
  reason: z.string().nullable(),
  route: z.string(),
  at: Instant,
});
export type Decision = z.infer<typeof Decision>;

/** `POST /actions/:id/decisions`; `digest` is that of the parameters the person saw. Reject and request_changes need a reason. */
export const DecisionRequest = z
  .strictObject({
    verdict: DecisionVerdict,
    reason: z.string().max(2000).optional(),
    digest: Digest,
    idempotencyKey: z.string().min(8).max(100),
  })
  .refine(({ verdict, reason }) => verdict === 'approve' || (reason ?? '').trim() !== '', {
    path: ['reason'],
    message: 'a rejection or a request for changes needs a reason',
  });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** `POST /actions/decisions`: every item passes the same guard on its own. */
export const BulkDecisionRequest = z.strictObject({
  verdict: DecisionVerdict,
  reason: z.string().max(2000).optional(),
  idempotencyKey: z.string().min(8).max(100),
  items: z
    .array(z.strictObject({ actionId: Id, digest: Digest }))
    .min(1)
    .max(200),
});
export type BulkDecisionRequest = z.infer<typeof BulkDecisionRequest>;

export const BulkDecisionResponse = z.strictObject({
  results: z.array(
    z.strictObject({
      actionId: Id,
      accepted: z.boolean(),
      state: z.string(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    })
  ),
});
export type BulkDecisionResponse = z.infer<typeof BulkDecisionResponse>;

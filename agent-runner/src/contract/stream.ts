import { z } from 'zod';

/** One message of `GET /stream` (SSE); the event id is the gapless publication number, `resync` tells the client to reload. */
export const StreamMessage = z.strictObject({
  topic: z.enum(['event', 'plan', 'action', 'kpi', 'mode', 'kill-switch', 'simulation', 'agent', 'resync']),
  ref: z.string().nullable(),
  rowVersion: z.number().int().nullable(),
});
export type StreamMessage = z.infer<typeof StreamMessage>;

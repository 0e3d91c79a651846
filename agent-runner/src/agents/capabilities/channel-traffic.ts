import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const ChannelTraffic = z.object({
  channel: z.string(),
  paid: z.boolean(),
  sessions: z.number(),
  sessions_before: z.number(),
  orders: z.number(),
  orders_before: z.number(),
});
export type ChannelTraffic = z.infer<typeof ChannelTraffic>;
export const channelTraffic: NamedQuery<ChannelTraffic> = { name: 'channel-traffic', row: ChannelTraffic };

/** Share of its former sessions a channel lost, 0 when it grew. */
export function lostShare({ sessions, sessions_before }: ChannelTraffic): number {
  return sessions_before <= 0 ? 0 : Math.max(0, 1 - sessions / sessions_before);
}

import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const Feature = z.object({
  feature_id: z.number(),
  name: z.string(),
  released: z.boolean(),
  days_taken: z.number(),
  days_out: z.number().nullable(),
  active_customers: z.number(),
  users: z.number(),
  users_before: z.number(),
  users_lately: z.number(),
});
export type Feature = z.infer<typeof Feature>;
export const featureFlow: NamedQuery<Feature> = { name: 'feature-flow', row: Feature };

/** Share of the active customers of four weeks that used a feature. */
export function reach({ users, active_customers }: Feature): number {
  return users / Math.max(1, active_customers);
}

import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const EsgFactor = z.object({
  code: z.string(),
  pillar: z.string(),
  weight: z.number(),
  score: z.number().nullable(),
  score_before: z.number().nullable(),
  age_days: z.number().nullable(),
  has_evidence: z.boolean(),
});
export type EsgFactor = z.infer<typeof EsgFactor>;
export const esgFactors: NamedQuery<EsgFactor> = { name: 'esg-factors', row: EsgFactor };

import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const PageAudit = z.object({
  page: z.string(),
  category: z.string(),
  score: z.number().nullable(),
  score_before: z.number().nullable(),
  run_id: z.number(),
  runs: z.number(),
});
export type PageAudit = z.infer<typeof PageAudit>;
export const pageAudits: NamedQuery<PageAudit> = { name: 'page-audits', row: PageAudit };

/** Points a page lost against the weeks before; 0 where one of the two is missing. */
export function lostPoints({ score, score_before }: PageAudit): number {
  return score === null || score_before === null ? 0 : Math.max(0, score_before - score);
}

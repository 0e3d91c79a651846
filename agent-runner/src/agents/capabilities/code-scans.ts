import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const CodeScan = z.object({
  days_ago: z.number(),
  loc: z.number(),
  complex_files: z.number(),
  duplicated: z.number(),
  unused: z.number(),
  massive: z.number(),
  violations: z.number(),
  remediation_minutes: z.number(),
  lines_hit: z.number().nullable(),
  lines_found: z.number().nullable(),
});
export type CodeScan = z.infer<typeof CodeScan>;
export const codeScans: NamedQuery<CodeScan> = { name: 'code-scans', row: CodeScan };

/** The newest scan and the one nearest to `days` ago; undefined with fewer than two scans. */
export function comparedScans(
  scans: readonly CodeScan[],
  days: number
): { now: CodeScan; before: CodeScan } | undefined {
  const now = scans[0];
  const before = scans.find((scan) => scan.days_ago >= days) ?? scans.at(-1);
  return now === undefined || before === undefined || before === now ? undefined : { now, before };
}

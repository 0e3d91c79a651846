import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';

export const BuildRecord = z.object({
  service: z.string(),
  builds: z.number(),
  seconds: z.number().nullable(),
  seconds_before: z.number().nullable(),
  failed: z.number().nullable(),
  failed_before: z.number().nullable(),
  cache: z.number().nullable(),
  cache_before: z.number().nullable(),
  image_bytes: z.number().nullable(),
  image_before: z.number().nullable(),
});
export type BuildRecord = z.infer<typeof BuildRecord>;
export const buildRecord: NamedQuery<BuildRecord> = { name: 'build-record', row: BuildRecord };

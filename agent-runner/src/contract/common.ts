import { z } from 'zod';

/** ISO 8601 with offset; fields ending in `At` are wall time, in `AsOf` business time. */
export const Instant = z.iso.datetime({ offset: true });
export const Id = z.uuid();
/** SHA-256, hexadecimal. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** Money in the reporting currency. */
export const Money = z.strictObject({ amount: z.number(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

/** RFC 9457 with a stable `code`; `detail` says what was wrong, where and what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  fields: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Query of every list: newest first; `cursor` comes from the `Link: …; rel="next"` header of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;
export type Instant = z.infer<typeof Instant>;
export type Id = z.infer<typeof Id>;
export type Digest = z.infer<typeof Digest>;

import { createHash } from 'node:crypto';

/** The first 12 hex digits of the SHA-256 of a value's JSON: enough to tell configurations apart. */
export function shortDigest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

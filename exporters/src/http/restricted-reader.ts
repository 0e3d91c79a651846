import type { Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';

export type ReaderOfRestricted = (request: Request) => boolean;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether a request carries the restricted token; without a configured token nobody's does. */
export function readerOfRestricted(token: string | undefined): ReaderOfRestricted {
  if (token === undefined) return () => false;
  const expected = digest(`Bearer ${token}`);
  return (request) => timingSafeEqual(digest(request.get('authorization') ?? ''), expected);
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@ai-cos/service-kit';
import type { RequestHandler } from 'express';

/** Bearer token, compared in constant time over equal-length digests. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request, _response, next) => {
    const [scheme, given = ''] = (request.header('authorization') ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !timingSafeEqual(digest(given), expected)) {
      throw new DomainError('unauthorised', 'Send the token of the back office as "Authorization: Bearer …".', {
        status: 401,
      });
    }
    next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import { DomainError } from '@ai-cos/service-kit';
import type { RequestHandler } from 'express';

const SUSPICIOUS = /\.\.|\/\/|%2e|%2f|%5c|\\/i;

/** Refuses targets that another hop may read differently, before any routing. */
export function plainTarget(): RequestHandler {
  return (request, _response, next) => {
    const path = request.originalUrl.split('?')[0] ?? '';
    if (SUSPICIOUS.test(path)) {
      next(new DomainError('bad_target', 'The path contains dots, double or encoded slashes.', { status: 400 }));
      return;
    }
    next();
  };
}

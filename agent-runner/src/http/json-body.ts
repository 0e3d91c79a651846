import { DomainError } from '@ai-cos/service-kit';
import express, { type RequestHandler } from 'express';

const FORBIDDEN = /"(?:__proto__|constructor|prototype)"\s*:/;

/** JSON only on writes, at most 256 kB, without keys that could reach a prototype. */
export function jsonBody(): RequestHandler[] {
  return [
    (request, _response, next) => {
      const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      const empty = request.headers['content-length'] === undefined || request.headers['content-length'] === '0';
      if (writes && !empty && request.is('application/json') === false) {
        next(new DomainError('json_required', 'Send Content-Type: application/json.', { status: 415 }));
        return;
      }
      next();
    },
    express.json({
      limit: '256kb',
      verify: (_request, _response, body) => {
        if (FORBIDDEN.test(body.toString('utf8'))) {
          throw new DomainError('forbidden_key', '__proto__, constructor and prototype are no field names here.', {
            status: 400,
          });
        }
      },
    }),
  ];
}

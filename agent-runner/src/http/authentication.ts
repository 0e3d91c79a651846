import { DomainError } from '@ai-cos/service-kit';
import type { RequestHandler } from 'express';
import type { Authenticator } from '../identity/authenticator.ts';

export interface AuthenticationOptions {
  authenticator: Authenticator;
  /** A simulated company on a loopback address: reading and simulating need no token. */
  openDemo: boolean;
}

/** Paths under the API prefix that anybody may POST to in an open demo; decisions never are among them. */
const OPEN_WRITES = ['/events/simulate', '/simulations'];

export function authentication({ authenticator, openDemo }: AuthenticationOptions): RequestHandler {
  return (request, response, next) => {
    authenticator
      .actorOf(request.headers)
      .then((actor) => {
        const reading = request.method === 'GET' || request.method === 'HEAD';
        const open = openDemo && (reading || OPEN_WRITES.includes(request.path));
        if (actor.kind === 'anonymous' && !open) {
          response.setHeader('WWW-Authenticate', 'Bearer');
          throw new DomainError('token_required', 'Send Authorization: Bearer <token>.', { status: 401 });
        }
        response.locals['actor'] = actor;
        next();
      })
      .catch(next);
  };
}

import type { Request, RequestHandler, Response } from 'express';
import { DomainError } from '@ai-cos/service-kit';
import type { Actor } from '../identity/actor.ts';

/** A handler whose rejection reaches the problem handler. */
export function handle(work: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch(next);
  };
}

/** Who asks, as the authentication middleware found out. */
export function actorOf(response: Response): Actor {
  const { actor } = response.locals as { actor?: Actor };
  if (actor === undefined) throw new Error('the route is not behind the authentication');
  return actor;
}

export function notFound(what: string, id: string): DomainError {
  return new DomainError(`${what}_not_found`, `There is no ${what} ${id}.`, { status: 404 });
}

/** A list, newest first; a full page names the next one in `Link`. */
export function sendPage<T>(
  request: Request,
  response: Response,
  { rows, limit, cursorOf }: { rows: readonly T[]; limit: number; cursorOf: (row: T) => string }
): void {
  const last = rows.at(-1);
  if (last !== undefined && rows.length === limit) {
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
    query.set('cursor', cursorOf(last));
    response.setHeader('Link', `<${request.originalUrl.split('?')[0] ?? ''}?${query.toString()}>; rel="next"`);
  }
  response.json(rows);
}

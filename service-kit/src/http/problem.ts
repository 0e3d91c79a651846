import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import type { Logger } from '../logger.ts';

/** A refusal the caller can act on; `code` is stable, `detail` says what was wrong and what to do. */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly code: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, detail: string, options: { status?: number; extra?: Record<string, unknown> } = {}) {
    super(detail);
    this.code = code;
    this.status = options.status ?? 422;
    this.extra = options.extra ?? {};
  }
}

interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  [extra: string]: unknown;
}

function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return {
      ...error.extra,
      type: 'about:blank',
      title: error.code,
      status: error.status,
      code: error.code,
      detail: error.message,
    };
  }
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), reason: issue.message }));
    const detail = fields.map(({ field, reason }) => `${field || '(body)'}: ${reason}`).join('; ');
    return { type: 'about:blank', title: 'invalid_request', status: 422, code: 'invalid_request', detail, fields };
  }
  const status = statusOf(error);
  if (status !== undefined) {
    const code = status === 413 ? 'body_too_large' : 'bad_request';
    return { type: 'about:blank', title: code, status, code, detail: error instanceof Error ? error.message : code };
  }
  return {
    type: 'about:blank',
    title: 'internal_error',
    status: 500,
    code: 'internal_error',
    detail: 'See the log of the service.',
  };
}

/** Express's own body parser throws errors with a status of 4xx. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500)
    return error.status;
  return undefined;
}

/** RFC 9457: the one place where errors become answers. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ err: error, method: request.method, path: request.path }, 'request failed');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

export function notFoundHandler(): RequestHandler {
  return (request) => {
    throw new DomainError('not_found', `There is no ${request.method} ${request.path} here.`, { status: 404 });
  };
}

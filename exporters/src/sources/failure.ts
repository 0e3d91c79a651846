import type { UndefinedReason } from '@ai-cos/catalog';

export type FailureReason = Extract<UndefinedReason, 'query_failed' | 'query_timed_out' | 'source_unavailable'>;

/** SQLSTATE classes and codes that mean the server, not the query: connection, shutdown, login, missing database. */
const unavailable = /^(08|28|57P|53|3D)/;
const cancelledByTimeout = '57014';

/** A query that did not answer within its time although the connection stands. */
export class QueryTimeout extends Error {
  override name = 'QueryTimeout';
}

/** Why a query gave nothing: the reason a KPI shows, and whether asking the same source again at once makes sense. */
export function failureReason(error: unknown): FailureReason {
  if (error instanceof QueryTimeout) return 'query_timed_out';
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === cancelledByTimeout) return 'query_timed_out';
  // The driver's own errors carry no code: "Connection terminated", "timeout exceeded when trying to connect".
  if (code === undefined) return /connect/i.test(String(error)) ? 'source_unavailable' : 'query_failed';
  // Node's own codes (ECONNREFUSED, ETIMEDOUT, …) are words, SQLSTATEs have five characters.
  return code.length !== 5 || unavailable.test(code) ? 'source_unavailable' : 'query_failed';
}

import type { Problem } from '@ai-cos/agent-runner/contract';

export type ProblemKind = 'unreachable' | 'denied' | 'not_found' | 'conflict' | 'invalid' | 'failed';

/** A refused or failed call in the words of the interface; `code` is the runner's stable code when it answered. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly code: string;
  readonly fields: NonNullable<Problem['fields']>;

  constructor(options: {
    kind: ProblemKind;
    status: number;
    code: string;
    detail: string;
    fields?: Problem['fields'];
  }) {
    super(options.detail);
    this.name = 'ApiProblem';
    this.kind = options.kind;
    this.status = options.status;
    this.code = options.code;
    this.fields = options.fields ?? [];
  }
}

function kindOf(status: number): ProblemKind {
  switch (status) {
    case 0:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    case 401:
    case 403:
      return 'denied';
    case 404:
      return 'not_found';
    case 409:
    case 412:
      return 'conflict';
    case 400:
    case 422:
      return 'invalid';
    default:
      return 'failed';
  }
}

const fallback: Record<ProblemKind, string> = {
  unreachable:
    'agent-runner cannot be reached through Grafana. What you see is the last known state; it refreshes by itself.',
  denied: 'Grafana refused this call: your role does not allow it.',
  not_found: 'agent-runner does not know this item.',
  conflict: 'Somebody else was faster: the item has changed meanwhile.',
  invalid: 'agent-runner did not accept the input.',
  failed: 'agent-runner answered with an error.',
};

interface FetchFailure {
  status?: number;
  data?: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(value: unknown): Problem['fields'] {
  return Array.isArray(value) ? (value as Problem['fields']) : undefined;
}

/** What Grafana's client throws, read as RFC 9457 where the runner answered and as Grafana's own message where it did not. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  const failure: FetchFailure = isRecord(error) ? error : {};
  const status = failure.status ?? 0;
  const body = isRecord(failure.data) ? failure.data : {};
  const kind = kindOf(status);
  const runnerAnswered = typeof body['code'] === 'string';
  const detail = runnerAnswered ? textOf(body['detail']) : undefined;
  return new ApiProblem({
    kind: runnerAnswered && status === 503 ? 'failed' : kind,
    status,
    code: textOf(body['code']) ?? kind,
    detail: detail ?? fallback[kind],
    fields: fieldsOf(body['fields']),
  });
}

import { ConfigError, readSecretFile } from '@ai-cos/service-kit';
import type { z } from 'zod';
import type { CliEnvironment } from '../config/env.ts';
import { Problem } from '../contract/index.ts';

/** The runner's API as a person with a token sees it; commands decide through it, never through the database. */
export interface ApiClient {
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  send<T extends z.ZodType>(method: 'POST' | 'PUT', path: string, body: unknown, schema: T): Promise<z.output<T>>;
}

/** An answer that is no success; the message is the problem's own. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal';
}

export function apiClient(env: CliEnvironment): ApiClient {
  const token =
    env.AICOS_TOKEN_FILE === undefined ? env.AICOS_TOKEN : readSecretFile('AICOS_TOKEN_FILE', env.AICOS_TOKEN_FILE);
  async function request<T extends z.ZodType>(
    method: string,
    path: string,
    { body, schema }: { body?: unknown; schema: T }
  ): Promise<z.output<T>> {
    const url = new URL(`/api/ai-cos${path}`, env.AICOS_RUNNER_URL);
    const response = await reach(url, {
      method,
      headers: {
        'x-aicos-client': 'cli',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return schema.parse(answer);
    const problem = Problem.safeParse(answer);
    const reason = problem.success
      ? `${problem.data.detail} (${problem.data.code})`
      : `status ${String(response.status)}`;
    throw new ApiRefusal(response.status === 401 ? `${reason} Set AICOS_TOKEN or AICOS_TOKEN_FILE.` : reason);
  }
  return {
    get: (path, schema) => request('GET', path, { schema }),
    send: (method, path, body, schema) => request(method, path, { body, schema }),
  };
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new ConfigError(`The runner does not answer at ${url.origin}; start it or set AICOS_RUNNER_URL.`, {
      cause: error,
    });
  }
}

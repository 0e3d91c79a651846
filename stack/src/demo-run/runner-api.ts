import type { z } from 'zod';

/** The runner's HTTP API as one person sees it. */
export type RunnerApi = {
  get: <T extends z.ZodType>(path: string, schema: T) => Promise<z.output<T>>;
  post: <T extends z.ZodType>(path: string, body: unknown, schema: T) => Promise<z.output<T>>;
};

export function createRunnerApi(runnerUrl: string, token: string): RunnerApi {
  async function call(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${runnerUrl}/api/ai-cos${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }
  return {
    get: async (path, schema) => schema.parse(await call(path, {})),
    post: async (path, body, schema) => schema.parse(await call(path, { method: 'POST', body: JSON.stringify(body) })),
  };
}

import { z } from 'zod';

const timeoutMs = 3_000;

const Answer = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]).optional(),
        values: z.array(z.tuple([z.number(), z.string()])).optional(),
      })
    ),
  }),
});
export type PrometheusSeries = z.infer<typeof Answer>['data']['result'][number];

export interface RangeQuery {
  readonly query: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly stepSeconds: number;
}

/** The HTTP API of a Prometheus server; every call throws when it does not answer in time. */
export interface Prometheus {
  /** Value of the first series of an instant query, or null when there is none or it is no number. */
  instant(query: string): Promise<number | null>;
  range(query: RangeQuery): Promise<readonly PrometheusSeries[]>;
}

export function createPrometheus(url: string): Prometheus {
  async function get(path: string, parameters: Record<string, string>): Promise<readonly PrometheusSeries[]> {
    const target = new URL(`${url.replace(/\/$/, '')}${path}`);
    target.search = new URLSearchParams(parameters).toString();
    const response = await fetch(target, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`Prometheus answered ${String(response.status)} to ${path}`);
    return Answer.parse(await response.json()).data.result;
  }
  return {
    async instant(query) {
      const [series] = await get('/api/v1/query', { query });
      const value = Number(series?.value?.[1] ?? Number.NaN);
      return Number.isFinite(value) ? value : null;
    },
    range: ({ query, startSeconds, endSeconds, stepSeconds }) =>
      get('/api/v1/query_range', {
        query,
        start: String(startSeconds),
        end: String(endSeconds),
        step: String(stepSeconds),
      }),
  };
}

import { z } from 'zod';

const InstantAnswer = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});

/** Whether an instant PromQL expression returns at least one sample that is not 0. */
export function promqlHolds(prometheusUrl: string | undefined): (expression: string) => Promise<boolean> {
  return async (expression) => {
    if (prometheusUrl === undefined) throw new Error('AICOS_PROMETHEUS_URL is not set: no PromQL check can be made');
    const url = new URL('/api/v1/query', prometheusUrl);
    url.searchParams.set('query', expression);
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    if (!response.ok) throw new Error(`Prometheus answered ${String(response.status)} to ${expression}`);
    const { data } = InstantAnswer.parse(await response.json());
    return data.result.some(({ value: [, text] }) => Number(text) !== 0);
  };
}

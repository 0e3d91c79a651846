import { z } from 'zod';

const QueryAnswer = z.object({
  status: z.enum(['success', 'error']),
  error: z.string().optional(),
  data: z.object({ result: z.array(z.unknown()) }).optional(),
});

const Rule = z.object({
  name: z.string(),
  type: z.enum(['recording', 'alerting']),
  query: z.string(),
  health: z.enum(['ok', 'unknown', 'err']),
  lastError: z.string().optional(),
});
export type EvaluatedRule = z.infer<typeof Rule>;

const RulesAnswer = z.object({ data: z.object({ groups: z.array(z.object({ rules: z.array(Rule) })) }) });

export type QueryResult =
  { readonly kind: 'data' } | { readonly kind: 'empty' } | { readonly kind: 'error'; message: string };

/** What the tests ask a real Prometheus. */
export function prometheusClient(url: string) {
  return {
    async query(expr: string): Promise<QueryResult> {
      const response = await fetch(`${url}/api/v1/query`, {
        method: 'POST',
        body: new URLSearchParams({ query: expr }),
      });
      const answer = QueryAnswer.parse(await response.json());
      if (answer.status === 'error') return { kind: 'error', message: answer.error ?? 'unknown' };
      return { kind: (answer.data?.result.length ?? 0) > 0 ? 'data' : 'empty' };
    },
    async rules(): Promise<EvaluatedRule[]> {
      const response = await fetch(`${url}/api/v1/rules`);
      return RulesAnswer.parse(await response.json()).data.groups.flatMap((group) => group.rules);
    },
  };
}

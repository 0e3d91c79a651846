import { randomUUID } from 'node:crypto';
import { ActionDetail, CoordinationEvent, Plan, type DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { z } from 'zod';

export interface RunnerClient {
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  events(query: string): Promise<CoordinationEvent[]>;
  plan(id: string): Promise<Plan>;
  action(id: string): Promise<ActionDetail>;
  decide(id: string, verdict: DecisionVerdict, reason?: string): Promise<{ status: number; body: unknown }>;
}

/** The runner's API with one person's token, or with none. */
export function runnerClient(runnerUrl: string, token?: string): RunnerClient {
  const base = `${runnerUrl}/api/ai-cos`;
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const client: RunnerClient = {
    async get(path, schema) {
      const response = await fetch(base + path, { headers });
      if (!response.ok) throw new Error(`GET ${path} answered ${String(response.status)}: ${await response.text()}`);
      return schema.parse(await response.json());
    },
    async post(path, body) {
      const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
    events: (query) => client.get(`/coordination/events?${query}`, z.array(CoordinationEvent)),
    plan: (id) => client.get(`/plans/${id}`, Plan),
    action: (id) => client.get(`/actions/${id}`, ActionDetail),
    async decide(id, verdict, reason) {
      const { digest } = await client.action(id);
      return client.post(`/actions/${id}/decisions`, {
        verdict,
        digest,
        idempotencyKey: randomUUID(),
        ...(reason !== undefined && { reason }),
      });
    },
  };
  return client;
}

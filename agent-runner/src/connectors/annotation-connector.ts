import { z } from 'zod';
import { attempt } from './attempt.ts';
import type { Connector, EffectRequest, EffectResult, Lookup } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { classify } from './http-connector.ts';
import { exchange, type HttpExchange } from './http-client.ts';

export interface GrafanaTarget {
  readonly url: string;
  /** Service-account token that may write annotations. */
  readonly token: string;
}

const Parameters = z.object({ message: z.string(), tags: z.array(z.string()) });
const Annotations = z.array(z.object({ id: z.number(), tags: z.array(z.string()) }));

/** Marks a moment on the dashboards; one of the tags is the key, by which the mark is found again. */
export function createAnnotationConnector(grafana: GrafanaTarget | null, egress: EgressPolicy): Connector {
  return {
    kind: 'annotation',
    honoursKey: false,
    whyUnavailable: () => (grafana === null ? 'no Grafana is configured' : null),
    dryRun: (effect) => Promise.resolve(`mark "${Parameters.parse(effect.parameters).message}"`),
    call: (effect) =>
      grafana === null
        ? Promise.resolve({ kind: 'refused', reason: 'no Grafana is configured' })
        : mark(grafana, egress, effect),
    lookup: (effect) =>
      grafana === null
        ? Promise.resolve({ kind: 'cannot-tell', reason: 'no Grafana is configured' })
        : find(grafana, egress, effect),
    readBack: () => Promise.resolve(null),
  };
}

function tagOf({ key }: EffectRequest): string {
  return `key:${key.slice(0, 32)}`;
}

function request(grafana: GrafanaTarget, effect: EffectRequest, query = ''): Omit<HttpExchange, 'method'> {
  return {
    url: new URL(`${grafana.url}/api/annotations${query}`),
    headers: { authorization: `Bearer ${grafana.token}` },
    signal: effect.signal,
  };
}

async function mark(grafana: GrafanaTarget, egress: EgressPolicy, effect: EffectRequest): Promise<EffectResult> {
  const { message, tags } = Parameters.parse(effect.parameters);
  return attempt(async () => {
    // Without a time Grafana takes its own present.
    const body = { text: message, tags: ['ai-cos', tagOf(effect), ...tags] };
    const answer = await exchange(egress, { ...request(grafana, effect), method: 'POST', body });
    const result = classify(answer);
    const id = z.object({ id: z.number() }).safeParse(answer.body);
    return result.kind === 'done' && id.success ? { ...result, reference: String(id.data.id) } : result;
  });
}

async function find(grafana: GrafanaTarget, egress: EgressPolicy, effect: EffectRequest): Promise<Lookup> {
  const query = `?tags=${encodeURIComponent(tagOf(effect))}&limit=1`;
  const answer = await exchange(egress, { ...request(grafana, effect, query), method: 'GET' });
  const found = Annotations.safeParse(answer.body);
  if (!found.success) return { kind: 'cannot-tell', reason: `Grafana answered ${String(answer.status)}` };
  const [annotation] = found.data;
  return annotation === undefined
    ? { kind: 'absent' }
    : { kind: 'applied', reference: String(annotation.id), summary: 'marked', response: annotation };
}

import type { ActionTypeRecord, HttpCall, TargetSystem } from '@ai-cos/catalog';
import { attempt } from './attempt.ts';
import type { Connector, EffectRequest, EffectResult, Lookup } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { exchange, type HttpAnswer } from './http-client.ts';
import { fillBody, fillPath } from './template.ts';

export interface HttpTarget {
  readonly baseUrl: string;
  readonly token: string;
}

export interface HttpConnectorOptions {
  readonly targets: ReadonlyMap<TargetSystem, HttpTarget>;
  readonly egress: EgressPolicy;
}

export interface HttpConnector extends Connector {
  /** Reads from the action's target; null when it does not answer 200 with a JSON object. */
  get(effect: EffectRequest, call: HttpCall): Promise<Readonly<Record<string, unknown>> | null>;
}

/** Calls a vendor's API as the action type describes it, with the action's key as `Idempotency-Key`. */
export function createHttpConnector({ targets, egress }: HttpConnectorOptions): HttpConnector {
  async function send(type: ActionTypeRecord, call: HttpCall, effect: EffectRequest): Promise<HttpAnswer> {
    const target = targetOf(type);
    return exchange(egress, {
      method: call.method,
      url: new URL(target.baseUrl + fillPath(call.path, effect.parameters)),
      headers: {
        authorization: `Bearer ${target.token}`,
        ...(call.method === 'GET' ? {} : { 'idempotency-key': effect.key }),
      },
      ...(call.method === 'GET' ? {} : { body: bodyOf(call, effect) }),
      signal: effect.signal,
    });
  }

  function targetOf(type: ActionTypeRecord): HttpTarget {
    const target = targets.get(type.system);
    if (target === undefined) throw new Error(`no address is configured for ${type.system}`);
    return target;
  }

  async function get(effect: EffectRequest, call: HttpCall): Promise<Readonly<Record<string, unknown>> | null> {
    const answer = await send(effect.type, call, effect);
    return answer.status === 200 && isRecord(answer.body) ? answer.body : null;
  }

  return {
    kind: 'http',
    honoursKey: true,
    whyUnavailable(type) {
      if (type.call === undefined) return `${type.id} has no call`;
      return targets.has(type.system) ? null : `no address is configured for ${type.system}`;
    },
    dryRun(effect) {
      const call = callOf(effect.type);
      return Promise.resolve(
        `${call.method} ${fillPath(call.path, effect.parameters)} ${JSON.stringify(bodyOf(call, effect))}`
      );
    },
    async call(effect) {
      return attempt(async () => {
        return classify(await send(effect.type, callOf(effect.type), effect));
      });
    },
    async lookup(effect) {
      if (!effect.type.idempotency.queryByKey)
        return { kind: 'cannot-tell', reason: 'the target cannot be asked by key' };
      return lookUp(egress, targetOf(effect.type), effect);
    },
    get,
    async readBack(effect) {
      return effect.type.readBack === undefined ? null : get(effect, effect.type.readBack);
    },
  };
}

function callOf(type: ActionTypeRecord): HttpCall {
  if (type.call === undefined) throw new Error(`${type.id} has no call`);
  return type.call;
}

function bodyOf(call: HttpCall, effect: EffectRequest): unknown {
  return call.body === undefined ? effect.parameters : fillBody(call.body, effect.parameters);
}

async function lookUp(egress: EgressPolicy, target: HttpTarget, effect: EffectRequest): Promise<Lookup> {
  const answer = await exchange(egress, {
    method: 'GET',
    url: new URL(`${target.baseUrl}/idempotency/${encodeURIComponent(effect.key)}`),
    headers: { authorization: `Bearer ${target.token}` },
    signal: effect.signal,
  });
  if (answer.status === 404) return { kind: 'absent' };
  if (answer.status !== 200 || !isRecord(answer.body)) {
    return { kind: 'cannot-tell', reason: `the target answered ${String(answer.status)} when asked by key` };
  }
  const { status, response } = answer.body;
  if (typeof status === 'number' && status >= 200 && status < 300) {
    return { kind: 'applied', reference: referenceOf(response), summary: receiptText(response), response };
  }
  return { kind: 'absent' };
}

/**
 * The retry class of an answer. A redirect is a refusal: following it would leave the egress list.
 * 5xx other than 503 may come from behind a point of no return, so it is unclear, not retryable.
 */
export function classify(answer: HttpAnswer): EffectResult {
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    if (!isRecord(body))
      return { kind: 'unclear', reason: `answer ${String(status)} without the expected JSON object` };
    return { kind: 'done', reference: referenceOf(body), summary: receiptText(body), response: body };
  }
  if (status === 429 || status === 503) {
    const afterMs = retryAfterMs(answer.headers['retry-after']);
    return {
      kind: 'retry',
      reason: `the target answered ${String(status)}`,
      ...(afterMs === undefined ? {} : { afterMs }),
    };
  }
  if (status >= 500) return { kind: 'unclear', reason: `the target answered ${String(status)}` };
  return { kind: 'refused', reason: `the target answered ${String(status)}: ${summaryOf(body)}` };
}

function retryAfterMs(header: string | string[] | undefined): number | undefined {
  const seconds = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1_000 : undefined;
}

function referenceOf(body: unknown): string | null {
  const reference = isRecord(body) ? body['reference'] : undefined;
  return typeof reference === 'string' || typeof reference === 'number' ? String(reference) : null;
}

/** What a person reads of an applied call; the whole answer is kept with the attempt. */
function receiptText(body: unknown): string {
  const status = isRecord(body) && typeof body['status'] === 'string' ? body['status'] : 'applied';
  const reference = referenceOf(body);
  return reference === null ? status : `${status}, reference ${reference}`;
}

function summaryOf(body: unknown): string {
  return (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 500);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

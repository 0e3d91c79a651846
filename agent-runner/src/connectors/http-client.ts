import { Agent, request } from 'undici';
import { pinTarget, type EgressPolicy } from './egress.ts';

export interface HttpExchange {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** The connection was never made: the target cannot have seen the request. */
export class NotSent extends Error {
  override name = 'NotSent';
}

const maxAnswerBytes = 1_000_000;
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Sends one request to the pinned address of an allowed origin: no redirects, JSON in and out, at most 1 MB back. */
export async function exchange(egress: EgressPolicy, call: HttpExchange): Promise<HttpAnswer> {
  const target = await pinTarget(call.url, egress);
  const agent = new Agent({
    connect: {
      timeout: 5_000,
      lookup: (_host, options, done) => {
        if (options.all === true) done(null, [{ address: target.address, family: target.family }]);
        else done(null, target.address, target.family);
      },
    },
    maxResponseSize: maxAnswerBytes,
  });
  try {
    const answer = await request(call.url, {
      method: call.method,
      headers: { ...(call.body === undefined ? {} : { 'content-type': 'application/json' }), ...call.headers },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: call.signal,
      dispatcher: agent,
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, body: parse(text) };
  } catch (error) {
    if (notSentCodes.has(codeOf(error))) throw new NotSent(`no connection to ${call.url.origin}: ${codeOf(error)}`);
    throw error;
  } finally {
    await agent.destroy();
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    // Not JSON: the caller decides by status and by the fields it expects, the text itself is of no use to it.
    return text.slice(0, 500);
  }
}

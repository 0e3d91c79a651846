import { attempt } from './attempt.ts';
import type { Connector, EffectRequest, EffectResult } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { exchange } from './http-client.ts';

export interface ChatTarget {
  readonly kind: 'slack' | 'teams' | 'webhook';
  /** Incoming-webhook address; a secret. */
  readonly url: string;
}

/** Posts one message. A webhook answers no question about what it has seen, so an unclear post is left to a person. */
export function createChatConnector(target: ChatTarget | null, egress: EgressPolicy): Connector {
  return {
    kind: 'chat',
    honoursKey: false,
    whyUnavailable: () => (target === null ? 'no chat webhook is configured' : null),
    dryRun: (effect) => Promise.resolve(`post: ${messageOf(effect)}`),
    async call(effect) {
      if (target === null) return { kind: 'refused', reason: 'no chat webhook is configured' };
      return post(target, egress, messageOf(effect), effect.signal);
    },
    lookup: () => Promise.resolve({ kind: 'cannot-tell', reason: 'a chat webhook cannot be asked' }),
    readBack: () => Promise.resolve(null),
  };
}

/** Slack answers `ok` as plain text, so the status alone decides. */
export async function post(
  target: ChatTarget,
  egress: EgressPolicy,
  text: string,
  signal: AbortSignal
): Promise<EffectResult> {
  return attempt(async () => {
    const { status } = await exchange(egress, {
      method: 'POST',
      url: new URL(target.url),
      headers: {},
      body: payloadOf(target.kind, text),
      signal,
    });
    if (status >= 200 && status < 300) return { kind: 'done', reference: null, summary: 'posted', response: null };
    if (status === 429 || status === 503) return { kind: 'retry', reason: `the channel answered ${String(status)}` };
    if (status >= 500) return { kind: 'unclear', reason: `the channel answered ${String(status)}` };
    return { kind: 'refused', reason: `the channel answered ${String(status)}` };
  });
}

function payloadOf(kind: ChatTarget['kind'], text: string): unknown {
  switch (kind) {
    case 'slack':
      return { text: escapeSlack(text) };
    case 'teams':
      return {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text, wrap: true }] },
          },
        ],
      };
    case 'webhook':
      return { text };
  }
}

/** Slack's three control characters; without them text cannot mention a channel or hide a link. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function messageOf({ parameters, title, description }: EffectRequest): string {
  const message = parameters['message'];
  return typeof message === 'string' ? message : `${title}\n${description}`;
}

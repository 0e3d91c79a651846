import { createTransport } from 'nodemailer';
import type { Connector, EffectRequest } from './connector.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port`; a secret. */
  readonly smtp: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** Sends one plain-text mail. The Message-ID carries the key, so that a mail sent twice can be told by the reader's system. */
export function createEmailConnector(settings: MailSettings | null): Connector {
  return {
    kind: 'e-mail',
    honoursKey: false,
    whyUnavailable: () => (settings === null ? 'no mail server is configured' : null),
    dryRun: (effect) => Promise.resolve(`mail "${oneLine(effect.title)}" to ${settings?.to.join(', ') ?? 'nobody'}`),
    async call(effect) {
      if (settings === null) return { kind: 'refused', reason: 'no mail server is configured' };
      const transport = createTransport({ url: settings.smtp, connectionTimeout: 5_000, socketTimeout: 10_000 });
      try {
        const sent = await transport.sendMail({
          from: settings.from,
          to: [...settings.to],
          subject: oneLine(effect.title),
          text: bodyOf(effect),
          messageId: `<${effect.key}@ai-cos>`,
        });
        if (sent.accepted.length === 0) return { kind: 'refused', reason: 'the mail server accepted no recipient' };
        return {
          kind: 'done',
          reference: sent.messageId,
          summary: `sent to ${String(sent.accepted.length)}`,
          response: null,
        };
      } catch (error) {
        return failureOf(error);
      } finally {
        transport.close();
      }
    },
    lookup: () => Promise.resolve({ kind: 'cannot-tell', reason: 'a mail server cannot be asked' }),
    readBack: () => Promise.resolve(null),
  };
}

function failureOf(error: unknown): { kind: 'retry' | 'refused' | 'unclear'; reason: string } {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Error)) return { kind: 'unclear', reason };
  // Failed while connecting or logging in: no mail was handed over.
  if ('command' in error && error.command === 'CONN') return { kind: 'retry', reason };
  if ('code' in error && error.code === 'EAUTH') return { kind: 'refused', reason };
  const answer = 'responseCode' in error ? Number(error.responseCode) : NaN;
  if (answer >= 500) return { kind: 'refused', reason };
  return answer >= 400 ? { kind: 'retry', reason } : { kind: 'unclear', reason };
}

/** A subject is one header: line breaks would start another. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').slice(0, 200);
}

function bodyOf({ description, parameters }: EffectRequest): string {
  const message = parameters['message'];
  return typeof message === 'string' ? message : `${description}\n\n${JSON.stringify(parameters, null, 2)}`;
}

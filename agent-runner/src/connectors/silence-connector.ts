import { z } from 'zod';
import { attempt } from './attempt.ts';
import type { Connector, EffectRequest, EffectResult, Lookup } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { classify } from './http-connector.ts';
import { exchange } from './http-client.ts';

export interface SilenceSettings {
  /** Root address of an Alertmanager (API v2). */
  readonly url: string;
  /** Wall time: silences live on Alertmanager's clock. */
  readonly wallNow: () => Date;
}

const Parameters = z.object({ alertName: z.string(), hours: z.number().positive().max(4), reason: z.string() });
const Silences = z.array(z.object({ id: z.string(), comment: z.string(), status: z.object({ state: z.string() }) }));

/** Silences one alert for hours; critical alerts stay audible. The key stands in the comment, by which it is found again. */
export function createSilenceConnector(settings: SilenceSettings | null, egress: EgressPolicy): Connector {
  return {
    kind: 'silence',
    honoursKey: false,
    whyUnavailable: () => (settings === null ? 'no Alertmanager is configured' : null),
    dryRun: (effect) => {
      const { alertName, hours } = Parameters.parse(effect.parameters);
      return Promise.resolve(`silence ${alertName} below critical for ${String(hours)} h`);
    },
    call: (effect) => (settings === null ? none() : silence(settings, egress, effect)),
    lookup: (effect) =>
      settings === null
        ? Promise.resolve({ kind: 'cannot-tell', reason: 'no Alertmanager is configured' })
        : find(settings, egress, effect),
    readBack: () => Promise.resolve(null),
  };
}

function none(): Promise<EffectResult> {
  return Promise.resolve({ kind: 'refused', reason: 'no Alertmanager is configured' });
}

async function silence(
  { url, wallNow }: SilenceSettings,
  egress: EgressPolicy,
  effect: EffectRequest
): Promise<EffectResult> {
  const { alertName, hours, reason } = Parameters.parse(effect.parameters);
  const startsAt = wallNow();
  return attempt(async () => {
    const answer = await exchange(egress, {
      method: 'POST',
      url: new URL(`${url}/api/v2/silences`),
      headers: {},
      body: {
        matchers: [
          { name: 'alertname', value: alertName, isRegex: false, isEqual: true },
          { name: 'severity', value: 'critical', isRegex: false, isEqual: false },
        ],
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + hours * 3_600_000).toISOString(),
        createdBy: 'ai-cos',
        comment: `${reason} (ai-cos-key: ${effect.key})`,
      },
      signal: effect.signal,
    });
    const result = classify(answer);
    const id = z.object({ silenceID: z.string() }).safeParse(answer.body);
    return result.kind === 'done' && id.success ? { ...result, reference: id.data.silenceID } : result;
  });
}

async function find({ url }: SilenceSettings, egress: EgressPolicy, effect: EffectRequest): Promise<Lookup> {
  const answer = await exchange(egress, {
    method: 'GET',
    url: new URL(`${url}/api/v2/silences`),
    headers: {},
    signal: effect.signal,
  });
  const silences = Silences.safeParse(answer.body);
  if (!silences.success) return { kind: 'cannot-tell', reason: `Alertmanager answered ${String(answer.status)}` };
  const found = silences.data.find(({ comment }) => comment.includes(effect.key));
  return found === undefined
    ? { kind: 'absent' }
    : { kind: 'applied', reference: found.id, summary: `silence ${found.id}`, response: found };
}

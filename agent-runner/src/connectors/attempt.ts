import type { EffectResult } from './connector.ts';
import { EgressRefused } from './egress.ts';
import { NotSent } from './http-client.ts';

/** Runs a call over the network; what it throws becomes the retry class: refused, surely not sent, or unclear. */
export async function attempt(call: () => Promise<EffectResult>): Promise<EffectResult> {
  try {
    return await call();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof EgressRefused) return { kind: 'refused', reason };
    return { kind: error instanceof NotSent ? 'retry' : 'unclear', reason };
  }
}

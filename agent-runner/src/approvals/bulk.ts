import { DomainError } from '@ai-cos/service-kit';
import type { BulkDecisionRequest, BulkDecisionResponse } from '../contract/index.ts';
import type { Actor } from '../identity/actor.ts';
import { decideAction, type ApprovalOptions } from './decide-action.ts';

/** Many decisions at once: every item passes the same guard in a transaction of its own. */
export async function decideInBulk(
  options: ApprovalOptions,
  { items, verdict, reason, idempotencyKey }: BulkDecisionRequest,
  actor: Actor
): Promise<BulkDecisionResponse> {
  const results: BulkDecisionResponse['results'] = [];
  for (const { actionId, digest } of items) {
    try {
      const { state } = await decideAction(options, {
        actionId,
        digest,
        verdict,
        reason: reason ?? null,
        idempotencyKey,
        actor,
      });
      results.push({ actionId, accepted: true, state, code: null, detail: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.push({ actionId, accepted: false, state: 'unchanged', code: error.code, detail: error.message });
    }
  }
  return { results };
}

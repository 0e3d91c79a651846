import { useRef, useState } from 'react';
import type { ActionSummary, DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { useDecide } from '../../data/actions.ts';
import { newIdempotencyKey } from '../../data/idempotency-key.ts';
import { verdictWords } from './decision-words.ts';

interface Draft {
  verdict: DecisionVerdict;
  reason: string;
  /** Digest of what was on the screen when the person chose; the runner refuses any other. */
  digest: string;
  idempotencyKey: string;
}

/** The steps of one decision: choose, say why, send once. */
export function useDecision(action: ActionSummary) {
  const [draft, setDraft] = useState<Draft>();
  const decide = useDecide(action.id);
  // State is one render late: the second click of a double click would still see an unsent draft.
  const sentKey = useRef<string | undefined>(undefined);
  const changed = draft !== undefined && draft.digest !== action.digest;
  const missingReason = draft !== undefined && verdictWords[draft.verdict].needsReason && draft.reason.trim() === '';

  function choose(verdict: DecisionVerdict): void {
    decide.reset();
    setDraft({ verdict, reason: '', digest: action.digest, idempotencyKey: newIdempotencyKey() });
  }

  function send(): void {
    if (draft === undefined || changed || missingReason || sentKey.current === draft.idempotencyKey) {
      return;
    }
    sentKey.current = draft.idempotencyKey;
    const { verdict, digest, idempotencyKey } = draft;
    const reason = draft.reason.trim();
    decide.mutate(
      { verdict, digest, idempotencyKey, ...(reason === '' ? {} : { reason }) },
      { onSettled: () => setDraft(undefined) }
    );
  }

  return {
    draft,
    changed,
    missingReason,
    choose,
    cancel: () => setDraft(undefined),
    write: (reason: string) => setDraft((current) => current && { ...current, reason }),
    send,
    isSending: decide.isPending,
    error: decide.error,
    isDone: decide.isSuccess,
  };
}

export type DecisionFlow = ReturnType<typeof useDecision>;

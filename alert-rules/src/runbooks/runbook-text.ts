import type { ActionTypeId } from '@ai-cos/catalog';

/** What a person on call needs and no catalog field says; the factual head of a runbook comes from the catalog. */
export interface RunbookText {
  /** What it costs while it lasts. */
  readonly impact: string;
  /** The question the first query answers; `:as_of` is the time the KPI describes. */
  readonly asks: string;
  readonly sql: string;
  /** What usually is behind it, the most frequent first. */
  readonly causes: readonly string[];
  readonly cures: readonly { readonly action: ActionTypeId; readonly when: string }[];
  /** What looks like a cure and is none, or how long the number needs to follow. */
  readonly caution: string;
}

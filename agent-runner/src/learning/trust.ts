import { betaQuantile } from './beta.ts';

/** One verdict about an action of an agent and action type, at a business instant. */
export interface TrustVerdict {
  readonly success: boolean;
  readonly decidedAsOf: Date;
}

export interface TrustPolicy {
  /** Lower 95 % bound that must be reached (architecture §10). */
  readonly lowerBound: number;
  readonly minVerdicts: number;
  readonly halfLifeDays: number;
}

export const defaultTrustPolicy: TrustPolicy = { lowerBound: 0.8, minVerdicts: 14, halfLifeDays: 180 };

export interface Trust {
  /** Decayed counts. */
  readonly successes: number;
  readonly failures: number;
  /** Verdicts ever, not decayed. */
  readonly verdicts: number;
  readonly mean: number;
  readonly lowerBound: number;
  /** The newest verdict was a failure. */
  readonly lastFailed: boolean;
  readonly earned: boolean;
  readonly whyNot: string | null;
}

const dayMs = 86_400_000;

/**
 * Beta(1 + s, 1 + f) over verdicts that lose half their weight every `halfLifeDays` business days; trust is earned when
 * the one-sided lower 95 % bound and the number of verdicts reach the policy. A failure as the newest verdict loses it.
 */
export function trustOf(history: readonly TrustVerdict[], now: Date, policy: TrustPolicy = defaultTrustPolicy): Trust {
  let successes = 0;
  let failures = 0;
  let newest: TrustVerdict | undefined;
  for (const verdict of history) {
    const ageDays = Math.max(0, (now.getTime() - verdict.decidedAsOf.getTime()) / dayMs);
    const weight = 0.5 ** (ageDays / policy.halfLifeDays);
    if (verdict.success) successes += weight;
    else failures += weight;
    if (newest === undefined || verdict.decidedAsOf >= newest.decidedAsOf) newest = verdict;
  }
  const mean = (1 + successes) / (2 + successes + failures);
  const lowerBound = betaQuantile(0.05, 1 + successes, 1 + failures);
  const lastFailed = newest?.success === false;
  const whyNot = whyNotEarned({ verdicts: history.length, lowerBound, lastFailed }, policy);
  return {
    successes,
    failures,
    verdicts: history.length,
    mean,
    lowerBound,
    lastFailed,
    earned: whyNot === null,
    whyNot,
  };
}

function whyNotEarned(
  { verdicts, lowerBound, lastFailed }: { verdicts: number; lowerBound: number; lastFailed: boolean },
  policy: TrustPolicy
): string | null {
  if (lastFailed) return 'the last verdict was a failure';
  if (verdicts < policy.minVerdicts) return `${String(verdicts)} of ${String(policy.minVerdicts)} verdicts`;
  if (lowerBound < policy.lowerBound)
    return `lower bound ${lowerBound.toFixed(2)} is below ${policy.lowerBound.toFixed(2)}`;
  return null;
}

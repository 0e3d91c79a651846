import type { Resolution } from '../../contract/index.ts';
import type { Candidate, CoordinationInput, PlanLimits } from '../types.ts';

/** What a rule may look at. */
export interface RuleContext {
  readonly input: CoordinationInput;
  readonly limits: PlanLimits;
  /** Priority of a candidate; the higher one stays when two collide. */
  readonly priorityOf: (candidate: Candidate) => number;
}

export interface RuleResult {
  readonly kept: readonly Candidate[];
  readonly resolutions: readonly Resolution[];
}

/** Drops or changes candidates; every change is recorded with its reason. */
export type Rule = (candidates: readonly Candidate[], context: RuleContext) => RuleResult;

/** Keeps what `reject` has no reason against. */
export function dropping(
  rule: Resolution['rule'],
  candidates: readonly Candidate[],
  reject: (candidate: Candidate) => string | null
): RuleResult {
  const kept: Candidate[] = [];
  const resolutions: Resolution[] = [];
  for (const candidate of candidates) {
    const reason = reject(candidate);
    if (reason === null) kept.push(candidate);
    else resolutions.push({ rule, kept: null, dropped: [nameOf(candidate)], reason });
  }
  return { kept, resolutions };
}

/** How an action is called in a resolution: a person must recognise it, and two runs must agree. */
export function nameOf(candidate: Candidate): string {
  return `${candidate.agentId}: ${candidate.title}`;
}

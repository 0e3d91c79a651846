import type { verdicts } from '../contract/actions.ts';

export type Verdict = (typeof verdicts)[number];

/** Everything a verdict depends on; `effect` = realised minus forecast in native units over the window. */
export interface VerdictInput {
  /** Change the plan promised; its sign is the direction of improvement. */
  readonly predicted: number;
  readonly effect: number | null;
  /** Standard error of `effect`: forecast error of the window mean. */
  readonly standardError: number | null;
  readonly postcheck: boolean | null;
  /** Reasons why the comparison is not clean; any one makes the KPI unverifiable. */
  readonly confounders: readonly string[];
  /** Other KPIs that left their band since the action. */
  readonly worseNeighbours: readonly string[];
}

export interface VerdictResult {
  readonly verdict: Verdict;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string;
}

/** Two-sided 90 % of the normal distribution. */
export const z90 = 1.6449;
/** One-sided 80 %: the power wanted to call an action ineffective. */
const z80 = 0.8416;
/** A move the wrong way below this share of the promise is not worth undoing an action for. */
const materialShare = 0.1;

/**
 * verified: the 90 % interval excludes 0 in the promised direction and the postcheck holds. harmful: it excludes 0 in
 * the other one, or a neighbour left its band. ineffective: it includes 0 although half the promised effect would have
 * been seen (power ≥ 80 %). unverifiable: the rest, and everything confounded.
 */
export function judge(input: VerdictInput): VerdictResult {
  const interval = intervalOf(input);
  const result = (verdict: Verdict, reason: string): VerdictResult => ({ verdict, reason, ...interval });
  if (input.confounders.length > 0) return result('unverifiable', `confounded: ${input.confounders.join('; ')}`);
  if (input.worseNeighbours.length > 0)
    return result('harmful', `left their band since: ${input.worseNeighbours.join(', ')}`);
  if (input.effect === null || input.standardError === null || interval.low === null || interval.high === null) {
    return result('unverifiable', 'the KPI was not defined over the window');
  }
  if (input.predicted === 0) return result('unverifiable', 'no change of this KPI was promised');
  const up = input.predicted > 0;
  const improved = up ? interval.low > 0 : interval.high < 0;
  const worsened = up ? interval.high < 0 : interval.low > 0;
  if (worsened && Math.abs(input.effect) >= materialShare * Math.abs(input.predicted))
    return result('harmful', 'the KPI moved the wrong way, beyond chance');
  if (improved && input.postcheck === false)
    return result('unverifiable', 'the KPI improved, but the postcheck of the action fails');
  if (improved) return result('verified', 'the KPI moved as promised, beyond chance');
  const detectable = (z90 + z80) * input.standardError;
  if (Math.abs(input.predicted) / 2 >= detectable) {
    return result('ineffective', 'half the promised effect would have been seen and was not');
  }
  return result('unverifiable', 'the noise of the KPI is larger than half the promised effect');
}

function intervalOf({ effect, standardError }: VerdictInput): { low: number | null; high: number | null } {
  if (effect === null || standardError === null) return { low: null, high: null };
  return { low: effect - z90 * standardError, high: effect + z90 * standardError };
}

import { centreOf, momentsOf, type Distribution } from '../draws/distribution.ts';

/** What the company's own history says about a coefficient. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly observations: number;
}

/** Prior, own estimate and what the engine uses, side by side for people. */
export interface CalibratedCoefficient {
  readonly id: string;
  readonly label: string;
  readonly prior: { readonly value: number; readonly low: number; readonly high: number };
  readonly estimate: Estimate | null;
  readonly used: Distribution;
}

/** Fewer observations say nothing and leave the prior as it is. */
const fewestObservations = 8;

export interface ShrinkInput {
  readonly id: string;
  readonly label: string;
  readonly prior: Distribution;
  readonly estimate: Estimate | undefined;
  /** Values of the published sign; an estimate beyond them is cut. */
  readonly bounds: readonly [number, number];
}

function rangeOf(prior: Distribution): { value: number; low: number; high: number } {
  const value = centreOf(prior);
  return prior.kind === 'triangular' || prior.kind === 'truncated'
    ? { value, low: prior.low, high: prior.high }
    : { value, low: value, high: value };
}

/** Mean weighted by precision of prior and estimate; the more the history says, the less the literature counts. */
export function shrink({ id, label, prior, estimate, bounds }: ShrinkInput): CalibratedCoefficient {
  const kept = { id, label, prior: rangeOf(prior) };
  const usable =
    estimate &&
    estimate.observations >= fewestObservations &&
    estimate.standardError > 0 &&
    Number.isFinite(estimate.value);
  if (!usable) return { ...kept, estimate: null, used: prior };
  const { mean, deviation } = momentsOf(prior);
  const weightOfPrior = deviation > 0 ? 1 / deviation ** 2 : 1e12;
  const weightOfHistory = 1 / estimate.standardError ** 2;
  const total = weightOfPrior + weightOfHistory;
  const used: Distribution = {
    kind: 'truncated',
    mean: (mean * weightOfPrior + estimate.value * weightOfHistory) / total,
    deviation: Math.sqrt(1 / total),
    low: bounds[0],
    high: bounds[1],
  };
  return { ...kept, estimate, used };
}

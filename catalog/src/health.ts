import type { KpiStatus } from './kpi-status.ts';

/** One KPI as health sees it; `lastScore` is its last defined score, null when it never had a value. */
export interface HealthInput {
  readonly weight: number;
  readonly score: number | null;
  readonly lastScore: number | null;
  readonly status: KpiStatus;
  readonly sample: number | undefined;
  readonly alertMinSample: number;
}

export interface Health {
  /** Weighted score 0–1; a KPI that turned undefined never raises it. */
  readonly health: number;
  /** Weight of the defined KPIs ÷ weight of all in the scope, 0–1. */
  readonly coverage: number;
  /** 100 × coverage over KPIs whose sample is large enough to act on. */
  readonly confidence: number;
  /** 100 × (weight critical + half the weight in warning) ÷ weight defined. */
  readonly risk: number;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function weightOf(inputs: readonly HealthInput[]): number {
  return sum(inputs.map((input) => input.weight));
}

function definedMean(defined: readonly HealthInput[]): number {
  return sum(defined.map((input) => input.weight * (input.score ?? 0))) / weightOf(defined);
}

/** Health of a scope (company, pole, domain, agent); null when none of its KPIs is defined. */
export function healthOf(inputs: readonly HealthInput[]): Health | null {
  const defined = inputs.filter((input) => input.score !== null);
  if (defined.length === 0) return null;
  const mean = definedMean(defined);
  const counted = inputs.flatMap(({ weight, score, lastScore }) => {
    const effective = score ?? (lastScore === null ? null : Math.min(lastScore, mean));
    return effective === null ? [] : [{ weight, score: effective }];
  });
  const total = weightOf(inputs);
  const trusted = defined.filter((input) => (input.sample ?? 0) >= input.alertMinSample);
  const weightIn = (status: KpiStatus) => weightOf(defined.filter((input) => input.status === status));
  return {
    health: sum(counted.map((kpi) => kpi.weight * kpi.score)) / sum(counted.map((kpi) => kpi.weight)),
    coverage: weightOf(defined) / total,
    confidence: (100 * weightOf(trusted)) / total,
    risk: (100 * (weightIn('critical') + 0.5 * weightIn('warning'))) / weightOf(defined),
  };
}

import type { CalibratedCoefficient } from '../calibration/estimate.ts';
import type { Distribution } from '../draws/distribution.ts';
import type { NodeState, Shock } from '../engine/node-state.ts';
import type { CompanyHistory } from '../history/company-history.ts';

/** Something a person must know before trusting a result. */
export interface ScenarioFlag {
  readonly code: 'extrapolation' | 'no_history' | 'prior_only' | 'unreliable_baseline' | 'without_effect';
  readonly field: string;
  readonly detail: string;
}

/** When a lever is moved: from a day of the horizon on, for a number of days. */
export interface LeverTiming {
  readonly fromDay: number;
  readonly days: number;
}

export interface ScenarioContext {
  readonly history: CompanyHistory;
  readonly states: ReadonlyMap<string, NodeState>;
  readonly horizonDays: number;
  readonly seed: number;
}

/** What a scenario model hands to the engine: direct changes of nodes, and the links they stand in for. */
export interface ScenarioPlan {
  readonly shocks: readonly Shock[];
  readonly coefficients: ReadonlyMap<string, Distribution>;
  readonly replacedLinks: readonly string[];
  readonly calibrated: readonly CalibratedCoefficient[];
  readonly flags: readonly ScenarioFlag[];
  /**
   * Share of an effect by which the model itself is off (standard deviation), beside what its coefficients say. Fixed on
   * simulated companies that are not in the published evaluation.
   */
  readonly modelError: number;
  /** Nodes the scenario is about, for summaries and verification. */
  readonly focus: readonly string[];
}

export function isMoved(day: number, { fromDay, days }: LeverTiming): boolean {
  return day >= fromDay && day < fromDay + days;
}

/** Several plans in one: the error of the model by node, and `modelError` for nodes no plan is about. */
export interface CombinedPlan extends ScenarioPlan {
  readonly modelErrors: ReadonlyMap<string, number>;
}

/** Plans of several levers moved together. */
export function combinePlans(plans: readonly ScenarioPlan[]): CombinedPlan {
  const modelErrors = new Map<string, number>();
  for (const plan of plans) {
    for (const node of plan.focus) modelErrors.set(node, Math.max(modelErrors.get(node) ?? 0, plan.modelError));
  }
  return {
    modelErrors,
    shocks: plans.flatMap(({ shocks }) => shocks),
    coefficients: new Map(plans.flatMap(({ coefficients }) => [...coefficients])),
    replacedLinks: [...new Set(plans.flatMap(({ replacedLinks }) => replacedLinks))],
    calibrated: plans.flatMap(({ calibrated }) => calibrated),
    flags: plans.flatMap(({ flags }) => flags),
    modelError: Math.max(0, ...plans.map(({ modelError }) => modelError)),
    focus: [...new Set(plans.flatMap(({ focus }) => focus))],
  };
}

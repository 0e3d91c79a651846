import type { SimulationFlag, SimulationCoefficient } from '../contract/simulations.ts';

/** Points taken off for each kind of doubt; judged, not measured. */
const deductions: Readonly<Record<SimulationFlag['code'], number>> = {
  extrapolation: 25,
  no_history: 40,
  prior_only: 20,
  unreliable_baseline: 10,
  without_effect: 0,
  judgement_links: 15,
};

/** 0–100: starts at 90, loses for every kind of doubt once and for coefficients that rest on the literature alone. */
export function confidenceOf(flags: readonly SimulationFlag[], coefficients: readonly SimulationCoefficient[]): number {
  let confidence = 90;
  for (const code of new Set(flags.map((flag) => flag.code))) confidence -= deductions[code];
  const borrowed = coefficients.filter(({ estimate }) => estimate === null).length;
  if (coefficients.length > 0) confidence -= (20 * borrowed) / coefficients.length;
  return Math.round(Math.min(95, Math.max(5, confidence)));
}

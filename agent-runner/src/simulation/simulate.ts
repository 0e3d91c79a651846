import { influenceEdges } from '@ai-cos/catalog';
import type {
  HitRate,
  SimulatedKpi,
  SimulationCoefficient,
  SimulationFlag,
  SimulationRequest,
  SimulationResult,
} from '../contract/simulations.ts';
import { baselineStates, type Baseline } from './baseline/baseline-states.ts';
import type { CalibratedCoefficient } from './calibration/estimate.ts';
import { calibrateLink, type CalibratedLink } from './calibration/link-slope.ts';
import { catalogVersion } from './catalog-version.ts';
import { confidenceOf } from './confidence.ts';
import { momentsOf } from './draws/distribution.ts';
import { mix32 } from './draws/seed.ts';
import { runEngine, type Band, type NodeResult } from './engine/run-engine.ts';
import { activeLinks } from './graph/link.ts';
import type { CompanyHistory } from './history/company-history.ts';
import { chanceOfNodes } from './chance.ts';
import { planLevers } from './plan-levers.ts';
import { labelOf } from './result-labels.ts';
import type { ScenarioFlag, ScenarioPlan } from './scenarios/scenario-plan.ts';
import { checkLevers } from './validation/check-levers.ts';
import { checkPaths } from './validation/check-result.ts';
import { SimulationRefused } from './validation/refusal.ts';

export interface SimulationInput {
  readonly request: SimulationRequest;
  readonly history: CompanyHistory;
  /** Computed once for several runs over the same history and horizon; made here when absent. */
  readonly baseline?: Baseline | undefined;
  readonly hitRate?: HitRate | undefined;
  readonly onProgress?: (share: number) => void;
}

/** Days of steady state over which mean effects are taken. */
const windowDays = 28;

/** The last four weeks in which every lever is still moved. */
export function effectWindow({ levers, horizonDays }: SimulationRequest): { from: number; to: number } {
  let from = 0;
  let to = horizonDays;
  for (const { inputParams } of levers) {
    from = Math.max(from, inputParams.fromDay);
    to = Math.min(to, inputParams.fromDay + (inputParams.days ?? horizonDays));
  }
  if (to <= from) [from, to] = [0, horizonDays];
  return { from: Math.max(from, to - windowDays), to };
}

/** A seed that belongs to the question: the same request on the same history draws the same numbers. */
function seedOf(request: SimulationRequest): number {
  if (request.seed !== undefined) return request.seed;
  let hash = 17;
  for (const character of JSON.stringify(request.levers)) hash = mix32(hash ^ (character.codePointAt(0) ?? 0));
  return hash >>> 1;
}

function asArrays({ p10, p50, p90 }: Band): SimulatedKpi['effect'] {
  return { p10: [...p10], p50: [...p50], p90: [...p90] };
}

function kpiOf(result: NodeResult, focus: readonly string[]): SimulatedKpi {
  return {
    id: result.node,
    ...labelOf(result.node),
    focus: focus.includes(result.node),
    baseline: asArrays(result.baseline),
    scenario: asArrays(result.scenario),
    effect: asArrays(result.effect),
    meanEffect: result.summary,
    standardError: result.standardError,
    causes: [...result.causes],
  };
}

function coefficientOf({ id, label, prior, estimate, used }: CalibratedCoefficient): SimulationCoefficient {
  const { mean, deviation } = momentsOf(used);
  const shown = Number.isNaN(mean)
    ? { value: estimate?.value ?? prior.value, deviation: estimate?.standardError ?? 0 }
    : { value: mean, deviation };
  return { id, label, prior, estimate, used: shown };
}

function collectFlags(
  plan: ScenarioPlan,
  baseline: Baseline,
  request: SimulationRequest,
  results: readonly NodeResult[]
): SimulationFlag[] {
  const flags: ScenarioFlag[] = [...plan.flags];
  for (const node of plan.focus) {
    const reasons = baseline.unreliable.get(node);
    if (reasons)
      flags.push({
        code: 'unreliable_baseline',
        field: node,
        detail: `the forecast of ${node} is unreliable: ${reasons.join(', ')}`,
      });
  }
  if (results.every(({ summary }) => summary.mean === 0)) {
    flags.push({
      code: 'without_effect',
      field: 'levers',
      detail: 'the levers are not moved, or nothing they reach is measured',
    });
  }
  const judgement = request.judgementLinks === 'on';
  return judgement
    ? [
        ...flags,
        { code: 'judgement_links', field: 'judgementLinks', detail: 'links without a published estimate take part' },
      ]
    : flags;
}

/** Calibrated links whose cause and effect were both moved in this run. */
function usedLinks(links: readonly CalibratedLink[], results: readonly NodeResult[]): CalibratedCoefficient[] {
  const moved = new Set(results.filter(({ summary }) => summary.mean !== 0).map(({ node }) => node));
  return links.flatMap(({ link, calibrated }) =>
    calibrated && moved.has(link.from) && moved.has(link.to) ? [calibrated] : []
  );
}

function averageOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (const value of values.slice(from, to)) sum += value;
  return sum / Math.max(1, to - from);
}

/** The founding fields: the value of every KPI under the scenario, and its change against the baseline. */
function foundingFields(
  kpis: readonly SimulatedKpi[],
  window: { from: number; to: number }
): Pick<SimulationResult, 'predictedKpis' | 'impactAnalysis'> {
  const predictedKpis: SimulationResult['predictedKpis'] = {};
  const impactAnalysis: SimulationResult['impactAnalysis'] = {};
  for (const { id, unit, scenario, baseline, meanEffect } of kpis) {
    const { p10, p50, p90 } = meanEffect;
    const over = (values: readonly number[]): number => averageOf(values, window.from, window.to);
    const before = over(baseline.p50);
    predictedKpis[id] = { unit, p10: over(scenario.p10), p50: over(scenario.p50), p90: over(scenario.p90) };
    impactAnalysis[id] = { unit, p10, p50, p90, changePercent: before === 0 ? null : (100 * p50) / Math.abs(before) };
  }
  return { predictedKpis, impactAnalysis };
}

/**
 * Runs one simulation from request to result. Pure: the same request, seed, history and catalogue give the same bytes.
 * Throws SimulationRefused with a reason per field when the levers make no sense for this company.
 */
export function simulate({
  request,
  history,
  baseline: given,
  hitRate,
  onProgress = () => undefined,
}: SimulationInput): SimulationResult {
  const problems = checkLevers(request.levers, history, request.horizonDays);
  if (problems.length > 0) throw new SimulationRefused(problems);
  const baseline = given ?? baselineStates(history, request.horizonDays);
  onProgress(0.3);
  const seed = seedOf(request);
  const states = new Map(baseline.states.map((state) => [state.id, state]));
  const plan = planLevers(request.levers, { history, states, horizonDays: request.horizonDays, seed });
  onProgress(0.4);
  const window = effectWindow(request);
  const links = activeLinks(influenceEdges, request.judgementLinks)
    .filter(({ id }) => !plan.replacedLinks.includes(id))
    .map((link) => calibrateLink(link, history));
  const { results, paths } = runEngine({
    states: baseline.states,
    links: links.map(({ link }) => link),
    shocks: plan.shocks,
    coefficients: plan.coefficients,
    days: request.horizonDays,
    count: request.draws,
    seed,
    sampler: 'sobol',
    cashAtStart: history.cash,
    window,
    modelErrorOf: (node) => plan.modelErrors.get(node) ?? plan.modelError,
    chance: chanceOfNodes([...states.keys()], history, window.to - window.from),
    onProgress: (share) => onProgress(0.4 + 0.6 * share),
  });
  checkPaths(paths, request.draws);
  const kpis = results.map((result) => kpiOf(result, plan.focus));
  const flags = collectFlags(plan, baseline, request, results);
  const coefficients = [...plan.calibrated, ...usedLinks(links, results)].map(coefficientOf);
  return {
    seed,
    catalogVersion,
    method: 'scrambled_sobol',
    draws: request.draws,
    horizonDays: request.horizonDays,
    window: { fromDay: window.from, toDay: window.to },
    kpis,
    coefficients,
    flags,
    ...foundingFields(kpis, window),
    confidence: confidenceOf(flags, coefficients),
    hitRate: hitRate ?? null,
  };
}

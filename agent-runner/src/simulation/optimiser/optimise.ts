import type {
  OptimiseOption,
  OptimiseRequest,
  OptimiseResult,
  ScenarioLever,
  SimulationRequest,
  SimulationResult,
} from '../../contract/simulations.ts';
import { baselineStates } from '../baseline/baseline-states.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import { simulate } from '../simulate.ts';
import { SimulationRefused, type FieldProblem } from '../validation/refusal.ts';
import { nonDominated } from './pareto.ts';
import { nearbyPoints, searchPoints } from './search-points.ts';

export interface OptimiseInput {
  readonly request: OptimiseRequest;
  readonly history: CompanyHistory;
  readonly onProgress?: (share: number) => void;
}

/** Points of the first, even search; refinement around the best adds a few more. */
const firstPoints = 24;
const radii = [0.12, 0.05];

/** Few options a person can weigh against each other. */
const mostOptions = 6;

/** Fewer draws are enough to compare options; the chosen ones are run again in full. */
const searchDraws = 256;

type SearchedLever = OptimiseRequest['levers'][number];

function movedLever({ lever, field, low, high }: SearchedLever, position: number): ScenarioLever {
  const value = Math.round((low + (high - low) * position) * 100) / 100;
  return { ...lever, inputParams: { ...lever.inputParams, [field]: value } } as ScenarioLever;
}

/** Size of the intervention: distance from no move, as a share of the largest one allowed. */
function effortAt(levers: readonly SearchedLever[], point: readonly number[]): number {
  let sum = 0;
  for (const [index, { low, high }] of levers.entries()) {
    const value = low + (high - low) * (point[index] ?? 0);
    sum += Math.abs(value) / Math.max(1e-9, Math.abs(low), Math.abs(high));
  }
  return sum / levers.length;
}

function problemsOf({ levers }: OptimiseRequest): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, { lever, field, low, high }] of levers.entries()) {
    if (low > high) problems.push({ field: `levers.${index}.low`, reason: `${low} lies above high ${high}` });
    if (!(field in lever.inputParams))
      problems.push({
        field: `levers.${index}.field`,
        reason: `${field} is no parameter of a ${lever.scenarioType} scenario`,
      });
  }
  return problems;
}

type Quantiles = OptimiseOption['goal'];

function quantilesOf(result: SimulationResult, kpiId: string): Quantiles | undefined {
  const effect = result.kpis.find(({ id }) => id === kpiId)?.meanEffect;
  return effect ? { p10: effect.p10, p50: effect.p50, p90: effect.p90 } : undefined;
}

/** Limits hold at the cautious end of the interval, the goal at its middle. */
function withinLimits(result: SimulationResult, { limits, goal }: OptimiseRequest): boolean {
  for (const { kpiId, min, max } of limits) {
    const effect = quantilesOf(result, kpiId) ?? { p10: 0, p50: 0, p90: 0 };
    if (min !== undefined && effect.p10 < min) return false;
    if (max !== undefined && effect.p90 > max) return false;
  }
  const reached = quantilesOf(result, goal.kpiId);
  const gained = (goal.direction === 'raise' ? 1 : -1) * (reached?.p50 ?? 0);
  return gained > 0 && (goal.atLeast === undefined || gained >= goal.atLeast);
}

interface Tried {
  readonly point: readonly number[];
  readonly levers: readonly ScenarioLever[];
  readonly result: SimulationResult;
  readonly gain: number;
  readonly effort: number;
  readonly risk: number;
  readonly allowed: boolean;
}

function optionOf({ levers, result, effort, allowed }: Tried, goalId: string): OptimiseOption {
  const effects: OptimiseOption['effects'] = {};
  for (const { id, unit, meanEffect, focus } of result.kpis) {
    if (!focus && id !== goalId) continue;
    effects[id] = { unit, p10: meanEffect.p10, p50: meanEffect.p50, p90: meanEffect.p90 };
  }
  const goal = quantilesOf(result, goalId) ?? { p10: 0, p50: 0, p90: 0 };
  return { levers: [...levers], goal, effort, effects, withinLimits: allowed };
}

/** Bounded search over the engine: an even filling of the box, then steps around the best allowed points. */
export function optimise({ request, history, onProgress = () => undefined }: OptimiseInput): OptimiseResult {
  const problems = problemsOf(request);
  if (problems.length > 0) throw new SimulationRefused(problems);
  const baseline = baselineStates(history, request.horizonDays);
  const sign = request.goal.direction === 'raise' ? 1 : -1;
  const attempt = (point: readonly number[], draws: number): Tried => {
    const levers = request.levers.map((searched, index) => movedLever(searched, point[index] ?? 0));
    const { horizonDays, judgementLinks } = request;
    const asked: SimulationRequest = {
      scenarioName: 'optimise',
      levers,
      horizonDays,
      judgementLinks,
      draws,
      seed: request.seed ?? 1,
    };
    const result = simulate({ request: asked, history, baseline });
    const goal = quantilesOf(result, request.goal.kpiId) ?? { p10: 0, p50: 0, p90: 0 };
    return {
      point,
      levers,
      result,
      gain: sign * goal.p50,
      effort: effortAt(request.levers, point),
      risk: goal.p90 - goal.p10,
      allowed: withinLimits(result, request),
    };
  };
  const dimensions = request.levers.length;
  const planned = firstPoints + radii.length * 2 * dimensions;
  const tried: Tried[] = [];
  const tryAll = (points: readonly (readonly number[])[]): void => {
    for (const point of points) {
      tried.push(attempt(point, searchDraws));
      onProgress((0.9 * tried.length) / planned);
    }
  };
  tryAll(searchPoints(dimensions, firstPoints, 7));
  for (const radius of radii) {
    const best = tried.filter(({ allowed }) => allowed).sort((a, b) => b.gain - a.gain)[0];
    if (best) tryAll(nearbyPoints(best.point, radius));
  }
  const allowed = tried.filter((candidate) => candidate.allowed);
  const chosen = nonDominated(allowed, ({ gain, effort, risk }) => ({ gain, effort, risk })).slice(0, mostOptions);
  const options = chosen.map(({ point }) => optionOf(attempt(point, request.draws), request.goal.kpiId));
  onProgress(1);
  const reason = options.length > 0 ? null : `none of ${tried.length} moves reached the goal within the limits`;
  return { options, evaluated: tried.length, reason };
}

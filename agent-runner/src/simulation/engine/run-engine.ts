import { at } from '../../forecast/numeric/at.ts';
import { mean, standardDeviation } from '../../forecast/numeric/moments.ts';
import type { Distribution } from '../draws/distribution.ts';
import { unitLinks } from '../graph/identities.ts';
import type { Link } from '../graph/link.ts';
import { reachedFrom } from '../graph/node-order.ts';
import { drawAll, type Draws } from './draws.ts';
import { isDefined, type NodeState, type Paths, type Shock } from './node-state.ts';
import { deciles } from './order-statistics.ts';
import { propagate } from './propagate.ts';
import { varianceShares } from './variance-share.ts';

export interface EngineInput {
  readonly states: readonly NodeState[];
  readonly links: readonly Link[];
  readonly shocks: readonly Shock[];
  /** Coefficients of scenario models that are not links. */
  readonly coefficients: ReadonlyMap<string, Distribution>;
  readonly days: number;
  readonly count: number;
  readonly seed: number;
  readonly sampler: 'sobol' | 'random';
  readonly cashAtStart: number | undefined;
  /** Days over which an effect is averaged for its summary. */
  readonly window: { readonly from: number; readonly to: number };
  /** Standard deviation of chance in the mean of the window, per node; absent = 0. */
  readonly chance: ReadonlyMap<string, number>;
  /** Share of an effect by which the structural model itself is off, as a standard deviation. */
  readonly modelErrorOf: (node: string) => number;
  readonly onProgress: (share: number) => void;
}

export interface Band {
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
}

export interface NodeResult {
  readonly node: string;
  readonly baseline: Band;
  readonly scenario: Band;
  readonly effect: Band;
  /** Mean effect over the window: its distribution over the draws, chance included. */
  readonly summary: { readonly p10: number; readonly p50: number; readonly p90: number; readonly mean: number };
  readonly standardError: number;
  readonly causes: readonly { readonly cause: string; readonly share: number }[];
}

/** The draws that stand for chance in single days and in realised means. */
const chanceColumn = 'chance';

function emptyBand(days: number): { p10: Float64Array; p50: Float64Array; p90: Float64Array } {
  return { p10: new Float64Array(days), p50: new Float64Array(days), p90: new Float64Array(days) };
}

function fillBand(band: ReturnType<typeof emptyBand>, day: number, values: Float64Array): void {
  [band.p10[day], band.p50[day], band.p90[day]] = deciles(values);
}

function windowMeans(paths: Paths, { count, window }: EngineInput): Float64Array {
  const sums = new Float64Array(count);
  for (let day = window.from; day < window.to; day++) {
    for (let draw = 0; draw < count; draw++) {
      const index = day * count + draw;
      sums[draw] = at(sums, draw) + at(paths.scenario, index) - at(paths.base, index);
    }
  }
  return sums.map((sum) => sum / Math.max(1, window.to - window.from));
}

/** Adds chance to every draw: an independent normal number with this deviation. */
function addChance(values: Float64Array, deviation: number, draws: Draws): Float64Array {
  const errors = draws.forecastErrors.get(chanceColumn);
  if (!(deviation > 0) || !errors) return values;
  for (let draw = 0; draw < values.length; draw++) values[draw] = at(values, draw) + deviation * at(errors, draw);
  return values;
}

function bounded(values: Float64Array, state: NodeState | undefined): Float64Array {
  if (state)
    for (let draw = 0; draw < values.length; draw++)
      values[draw] = Math.min(state.high, Math.max(state.low, at(values, draw)));
  return values;
}

/** Two otherwise equal lives differ by this part of the chance of a period; fixed on companies outside the published evaluation. */
const chancePart = 0.2;

function realisedSpread(node: string, effect: number, { modelErrorOf, chance }: EngineInput): number {
  return Math.hypot(modelErrorOf(node) * effect, chancePart * (chance.get(node) ?? 0));
}

function resultOf(node: string, paths: Paths, input: EngineInput, draws: Draws): NodeResult {
  const [baseline, scenario, effect] = [emptyBand(input.days), emptyBand(input.days), emptyBand(input.days)];
  const scratch = new Float64Array(input.count);
  const state = input.states.find(({ id }) => id === node);
  for (let day = 0; day < input.days; day++) {
    const [from, to] = [day * input.count, (day + 1) * input.count];
    const noise = state ? at(state.noise, day) : 0;
    scratch.set(paths.base.subarray(from, to));
    fillBand(baseline, day, bounded(addChance(scratch, noise, draws), state));
    scratch.set(paths.scenario.subarray(from, to));
    fillBand(scenario, day, bounded(addChance(scratch, noise, draws), state));
    for (let draw = 0; draw < input.count; draw++)
      scratch[draw] = at(paths.scenario, from + draw) - at(paths.base, from + draw);
    fillBand(effect, day, scratch);
  }
  const effects = windowMeans(paths, input);
  const moved = effects.some((value) => value !== 0);
  const realised = Float64Array.from(effects);
  const spread = standardDeviation(effects);
  // An effect that no draw changes is a matter of arithmetic, not of a model.
  if (spread > 0) addChance(realised, realisedSpread(node, mean(effects), input), draws);
  const [p10, p50, p90] = deciles(realised);
  return {
    node,
    baseline,
    scenario,
    effect,
    summary: { p10, p50, p90, mean: mean(effects) },
    standardError: spread / Math.sqrt(input.count),
    causes: moved ? varianceShares(effects, draws.uniforms) : [],
  };
}

/** Draws, propagates and summarises; deterministic in its input alone. */
export function runEngine(input: EngineInput): { results: NodeResult[]; paths: ReadonlyMap<string, Paths> } {
  const states = new Map(input.states.filter(isDefined).map((state) => [state.id, state]));
  const links = input.links.filter(({ from, to }) => states.has(from) && states.has(to));
  const reached = reachedFrom(
    input.shocks.map(({ node }) => node),
    links
  );
  const coefficients = new Map<string, Distribution>(input.coefficients);
  for (const link of [...links].sort((a, b) => a.id.localeCompare(b.id))) {
    const unit = unitLinks.get(link.id);
    const known: Distribution | undefined = unit ? { kind: 'fixed', value: unit.factor } : link.coefficient;
    if (known && reached.has(link.from)) coefficients.set(link.id, known);
  }
  const nodes = [...states.keys()].filter((id) => at(states.get(id)?.deviation ?? new Float64Array(1), 0) > 0).sort();
  const draws = drawAll({
    seed: input.seed,
    count: input.count,
    sampler: input.sampler,
    coefficients,
    nodes: [...nodes, chanceColumn],
  });
  input.onProgress(0.1);
  const paths = propagate({
    states,
    links,
    shocks: input.shocks,
    days: input.days,
    draws,
    count: input.count,
    cashAtStart: input.cashAtStart,
  });
  input.onProgress(0.6);
  const results: NodeResult[] = [];
  for (const [node, found] of paths) {
    results.push(resultOf(node, found, input, draws));
    input.onProgress(0.6 + (0.4 * results.length) / paths.size);
  }
  return { results, paths };
}

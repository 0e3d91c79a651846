import { at } from '../../forecast/numeric/at.ts';
import { cashPath, derivedNodes, identities, unitLinks, type Identity, type Reader } from '../graph/identities.ts';
import { addEffect } from '../graph/link-effects.ts';
import type { Link } from '../graph/link.ts';
import { nodeOrder, reachedFrom } from '../graph/node-order.ts';
import type { Draws } from './draws.ts';
import type { NodeState, Paths, Shock } from './node-state.ts';

export interface PropagationInput {
  readonly states: ReadonlyMap<string, NodeState>;
  readonly links: readonly Link[];
  readonly shocks: readonly Shock[];
  readonly days: number;
  readonly draws: Draws;
  readonly count: number;
  /** Cash on the day before the first one; undefined leaves cash and runway out. */
  readonly cashAtStart: number | undefined;
}

/** Scratch arrays of one day. */
interface DayChanges {
  readonly logs: Float64Array;
  readonly absolutes: Float64Array;
}

function clamp(value: number, state: NodeState): number {
  return Math.min(state.high, Math.max(state.low, value));
}

/** Baseline values of a node that has a forecast of its own. */
function baselinePaths(state: NodeState, input: PropagationInput): Float64Array {
  const errors = input.draws.forecastErrors.get(state.id);
  const values = new Float64Array(input.days * input.count);
  for (let day = 0; day < input.days; day++) {
    const centre = at(state.baseline, day);
    const spread = errors ? at(state.deviation, day) : 0;
    for (let draw = 0; draw < input.count; draw++) {
      values[day * input.count + draw] = clamp(centre + (errors ? spread * at(errors, draw) : 0), state);
    }
  }
  return values;
}

function addLinks(
  node: string,
  day: number,
  changes: DayChanges,
  paths: ReadonlyMap<string, Paths>,
  input: PropagationInput
): void {
  for (const link of input.links) {
    const cause = link.to === node ? paths.get(link.from) : undefined;
    const unit = unitLinks.get(link.id);
    const coefficient = input.draws.coefficients.get(link.id);
    const causeDay = day - Math.round(link.lagDays);
    if (!cause || !coefficient || causeDay < 0) continue;
    const frame = {
      coefficient,
      before: cause.base,
      after: cause.scenario,
      offset: causeDay * input.count,
      ...changes,
    };
    addEffect({ ...frame, link: unit ? { ...link, form: unit.form, stepNative: 1 } : link });
  }
}

function readerOf(paths: ReadonlyMap<string, Paths>, position: { index: number }): Reader {
  return (node, which) => {
    const found = paths.get(node);
    return found ? at(which === 'base' ? found.base : found.scenario, position.index) : Number.NaN;
  };
}

/** The identity of a node as far as its links are switched on in this run. */
function identityOf(node: string, links: readonly Link[]): Identity | undefined {
  const identity = identities.get(node);
  return identity?.links.some((id) => links.some((link) => link.id === id)) === true ? identity : undefined;
}

function nodePaths(node: string, paths: ReadonlyMap<string, Paths>, input: PropagationInput): Paths | undefined {
  const state = input.states.get(node);
  if (!state) return undefined;
  const identity = identityOf(node, input.links);
  const derived = derivedNodes.has(node);
  if (derived && (!identity || identity.inputs.some((id) => !paths.has(id)))) return undefined;
  const base = derived ? new Float64Array(input.days * input.count) : baselinePaths(state, input);
  const scenario = new Float64Array(input.days * input.count);
  const changes = { logs: new Float64Array(input.count), absolutes: new Float64Array(input.count) };
  const shocks = input.shocks.filter((shock) => shock.node === node);
  const position = { index: 0 };
  const read = readerOf(paths, position);
  for (let day = 0; day < input.days; day++) {
    changes.logs.fill(0);
    changes.absolutes.fill(0);
    for (const shock of shocks)
      shock.addTo(day, shock.form === 'log' ? changes.logs : changes.absolutes, input.draws.coefficients);
    addLinks(node, day, changes, paths, input);
    for (let draw = 0; draw < input.count; draw++) {
      const index = day * input.count + draw;
      position.index = index;
      if (derived && identity) base[index] = clamp(identity.value(Number.NaN, read, 'base'), state);
      const log = at(changes.logs, draw);
      const before = at(base, index);
      const own = (log === 0 ? before : before * Math.exp(log)) + at(changes.absolutes, draw);
      scenario[index] = clamp(identity ? identity.value(own, read, 'scenario') : own, state);
    }
  }
  return { base, scenario };
}

function cashPaths(burn: Paths, input: PropagationInput, start: number): Paths {
  const frame = { days: input.days, draws: input.count, start };
  const base = new Float64Array(input.days * input.count);
  const scenario = new Float64Array(input.days * input.count);
  cashPath(base, burn.base, frame);
  cashPath(scenario, burn.scenario, frame);
  return { base, scenario };
}

/**
 * Walks the graph once, causes before effects, and gives the paths of every node the shocks can reach and of the
 * nodes their identities read. Without a shock the scenario equals the base to the last bit.
 */
export function propagate(input: PropagationInput): Map<string, Paths> {
  const nodes = [...new Set([...input.states.keys(), 'cash'])];
  const cashLink = { id: 'cash', from: 'burn_rate', to: 'cash', lagDays: 0 };
  const runwayLink = { id: 'cash_runway', from: 'cash', to: 'runway', lagDays: 0 };
  const links = [
    ...input.links.filter(({ from, to }) => nodes.includes(from) && nodes.includes(to)),
    cashLink,
    runwayLink,
  ];
  const touched = reachedFrom(
    input.shocks.map(({ node }) => node),
    links.filter(({ to }) => nodes.includes(to))
  );
  const needed = new Set(touched);
  for (const id of touched) for (const other of identities.get(id)?.inputs ?? []) needed.add(other);
  for (const other of identities.get('revenue')?.inputs ?? []) if (needed.has('revenue')) needed.add(other);
  const paths = new Map<string, Paths>();
  const known = nodes.filter((id) => id !== 'runway' || input.states.has(id));
  const order = nodeOrder(
    known,
    links.filter(({ from, to }) => known.includes(from) && known.includes(to))
  );
  for (const node of order) {
    if (!needed.has(node)) continue;
    const burn = paths.get('burn_rate');
    const found =
      node === 'cash'
        ? burn && input.cashAtStart !== undefined
          ? cashPaths(burn, input, input.cashAtStart)
          : undefined
        : nodePaths(node, paths, input);
    if (found) paths.set(node, found);
  }
  return paths;
}

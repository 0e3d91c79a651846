import { at } from '../../forecast/numeric/at.ts';
import { boundsOf } from '../baseline/node-bounds.ts';
import type { Paths } from '../engine/node-state.ts';
import { monthDays, runwayMonths } from '../graph/identities.ts';

/** A result that contradicts itself is a bug of the engine and is never shown. */
export class InconsistentResult extends Error {
  override readonly name = 'InconsistentResult';
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function checkRevenue(paths: ReadonlyMap<string, Paths>): void {
  const [revenue, sessions, conversion, basket] = ['revenue', 'sessions', 'conversion_rate', 'average_order_value'].map(
    (id) => paths.get(id)
  );
  if (!revenue || !sessions || !conversion || !basket) return;
  for (let i = 0; i < revenue.scenario.length; i++) {
    const product = (at(sessions.scenario, i) * at(conversion.scenario, i) * at(basket.scenario, i)) / 100;
    if (!near(product, at(revenue.scenario, i)))
      throw new InconsistentResult(
        `revenue ${at(revenue.scenario, i)} is not sessions × conversion × basket ${product}`
      );
  }
}

function checkRunway(paths: ReadonlyMap<string, Paths>, draws: number): void {
  const [runway, cash, burn] = ['runway', 'cash', 'burn_rate'].map((id) => paths.get(id));
  if (!runway || !cash || !burn) return;
  for (let i = 0; i < runway.scenario.length; i++) {
    if (!near(runwayMonths(at(cash.scenario, i), at(burn.scenario, i)), at(runway.scenario, i)))
      throw new InconsistentResult('runway is not cash ÷ burn rate');
    const before = i >= draws ? at(cash.scenario, i - draws) : Number.NaN;
    if (!Number.isNaN(before) && !near(before - at(burn.scenario, i) / monthDays, at(cash.scenario, i))) {
      throw new InconsistentResult('the change of cash is not the burn of the day');
    }
  }
}

/** Identities hold in every draw, every value is finite and possible; throws InconsistentResult otherwise. */
export function checkPaths(paths: ReadonlyMap<string, Paths>, draws: number): void {
  for (const [node, { base, scenario }] of paths) {
    const { low, high } = node === 'cash' ? { low: -Infinity, high: Infinity } : boundsOf(node);
    for (let i = 0; i < scenario.length; i++) {
      const value = at(scenario, i);
      if (!Number.isFinite(value) || !Number.isFinite(at(base, i)))
        throw new InconsistentResult(`${node} is not a number in draw ${i % draws}`);
      if (value < low || value > high) throw new InconsistentResult(`${node} ${value} lies outside ${low}…${high}`);
    }
  }
  checkRevenue(paths);
  checkRunway(paths, draws);
}

import { parseParameters, scenarios, type Scenario } from '@ai-cos/demo';

/** One incident to be found: a scenario, its strength, its seed, and a mild second disturbance that has nothing to do with it. */
export interface EvalCase {
  readonly name: string;
  readonly scenario: Scenario;
  readonly parameters: Record<string, unknown>;
  readonly seed: number;
  readonly noise: string;
}

/** Strengths a case may have; the parameters a scenario calls its strength are scaled by it. */
const strengths = [1, 0.85, 1.2] as const;

/** Parameters that make a scenario stronger, with the direction: +1 more is stronger. */
const strengthOf: Readonly<Record<string, readonly [string, 1 | -1]>> = {
  'stock-out': ['products', 1],
  'ad-cost-spike': ['spendFactor', 1],
  'checkout-slowdown': ['latencyFactor', 1],
  'support-overload': ['factor', 1],
  'bad-price-import': ['products', 1],
  'warehouse-full': ['volumeShare', 1],
  'demand-surge': ['factor', 1],
  'staff-absence': ['share', 1],
  'carrier-failure': ['extraDays', 1],
  'organic-loss': ['factor', -1],
  'overpriced-import': ['products', 1],
  'defect-batch': ['factor', 1],
};

/** A mild disturbance far from the scenario, so that something else is always a little wrong. */
const noiseFor: Readonly<Record<string, string>> = {
  'stock-out': 'contacts',
  'ad-cost-spike': 'absence',
  'checkout-slowdown': 'supplier',
  'support-overload': 'bids',
  'bad-price-import': 'absence',
  'warehouse-full': 'bids',
  'demand-surge': 'contacts',
  'staff-absence': 'bids',
  'carrier-failure': 'supplier',
  'organic-loss': 'absence',
  'overpriced-import': 'contacts',
  'defect-batch': 'absence',
};

/** `count` cases, every scenario in turn, strength and seed varying with the round. */
export function makeCases(count: number, seed: number, only: readonly string[]): EvalCase[] {
  const chosen = only.length === 0 ? scenarios : scenarios.filter(({ name }) => only.includes(name));
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / chosen.length);
    const scenario = chosen[index % chosen.length];
    if (scenario === undefined) throw new Error(`no scenario is called ${only.join(', ')}`);
    const strength = strengths[round % strengths.length] ?? 1;
    return {
      name: `${scenario.name} ×${String(strength)} #${String(seed + round)}`,
      scenario,
      parameters: scaled(scenario, strength),
      seed: seed + round,
      noise: noiseFor[scenario.name] ?? 'contacts',
    };
  });
}

function scaled(scenario: Scenario, strength: number): Record<string, unknown> {
  const defaults = parseParameters(scenario, {});
  const [name, direction] = strengthOf[scenario.name] ?? [];
  const value = name === undefined ? undefined : defaults[name];
  if (name === undefined || direction === undefined || typeof value !== 'number') return defaults;
  const wanted = value * strength ** direction;
  const parsed = scenario.parameters.safeParse({ ...defaults, [name]: value >= 5 ? Math.round(wanted) : wanted });
  return parsed.success ? parsed.data : defaults;
}

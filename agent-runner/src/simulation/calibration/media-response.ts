import { at } from '../../forecast/numeric/at.ts';
import { mean } from '../../forecast/numeric/moments.ts';

/** Response of visits to spend: Hill of the adstocked spend, scaled so that only its shape is here. */
export interface MediaShape {
  /** Share of today's pressure that is left tomorrow. */
  readonly carryOver: number;
  /** Spend at half of the maximum, in units of the usual spend. */
  readonly halfSaturation: number;
  /** Weight of this shape after seeing the history. */
  readonly weight: number;
}

/** Meridian: effect = Hill(Adstock(spend)), Adstock = Σ αˢ x(t−s) ÷ Σ αˢ; the last value stands for all before the first. */
export function adstock(spend: Float64Array, carryOver: number): Float64Array {
  const pressure = new Float64Array(spend.length);
  let level = at(spend, 0);
  for (let day = 0; day < spend.length; day++) {
    level = carryOver * level + (1 - carryOver) * at(spend, day);
    pressure[day] = level;
  }
  return pressure;
}

export function hill(pressure: number, halfSaturation: number): number {
  return pressure <= 0 ? 0 : pressure / (pressure + halfSaturation);
}

const carryOvers = [0, 0.15, 0.35, 0.55, 0.75];

/** Local elasticities 0.05 to 0.99 at the usual spend: Hill has the elasticity k ÷ (1 + k) at pressure 1. */
const halfSaturations = [0.05, 0.1, 0.2, 0.35, 0.55, 0.85, 1.3, 2, 3.5, 8, 99];

/** Prior of the local elasticity: Sethuraman et al. 0.12 to 0.24 for sales, 0.35 across ads; traffic of one campaign may be proportional. */
function priorWeight(halfSaturation: number): number {
  const elasticity = halfSaturation / (1 + halfSaturation);
  return Math.exp(-0.5 * ((elasticity - 0.4) / 0.35) ** 2);
}

function weekdayLevels(values: Float64Array): Float64Array {
  const levels = new Float64Array(7);
  const counts = new Float64Array(7);
  for (const [day, value] of values.entries()) {
    levels[day % 7] = at(levels, day % 7) + value;
    counts[day % 7] = at(counts, day % 7) + 1;
  }
  return levels.map((level, slot) => level / Math.max(1, at(counts, slot)) || 1);
}

/** Slow changes of the market that have nothing to do with spend: a centred mean over seven weeks. */
function slowLevel(values: Float64Array): Float64Array {
  const half = 24;
  return values.map(
    (_, day) => mean(values.subarray(Math.max(0, day - half), Math.min(values.length, day + half + 1))) || 1
  );
}

/** Poisson deviance of the visits against one shape, levels by weekday and season taken out. */
function deviance(visits: Float64Array, response: Float64Array): number {
  const ratio = visits.map((value, day) => value / Math.max(1e-9, at(response, day)));
  const slow = slowLevel(ratio);
  const adjusted = ratio.map((value, day) => value / at(slow, day));
  const week = weekdayLevels(adjusted);
  let sum = 0;
  for (const [day, value] of visits.entries()) {
    const expected = at(response, day) * at(slow, day) * at(week, day % 7);
    if (expected > 0) sum += 2 * ((value > 0 ? value * Math.log(value / expected) : 0) - (value - expected));
  }
  return sum;
}

/** Posterior over a grid of shapes; undefined without variation of spend or without visits. */
export function estimateMediaShapes(spend: Float64Array, visits: Float64Array): MediaShape[] | undefined {
  const usual = mean(spend);
  if (spend.length < 56 || !(usual > 0) || mean(visits) < 1) return undefined;
  const scaled = spend.map((value) => value / usual);
  const candidates = carryOvers.flatMap((carryOver) => {
    const pressure = adstock(scaled, carryOver);
    return halfSaturations.map((halfSaturation) => ({
      carryOver,
      halfSaturation,
      deviance: deviance(
        visits,
        pressure.map((value) => hill(value, halfSaturation))
      ),
    }));
  });
  const best = Math.min(...candidates.map((candidate) => candidate.deviance));
  const dispersion = Math.max(1, best / (spend.length - 16));
  const weights = candidates.map(
    (candidate) => priorWeight(candidate.halfSaturation) * Math.exp((best - candidate.deviance) / (2 * dispersion))
  );
  let total = 0;
  for (const weight of weights) total += weight;
  return candidates
    .map(({ carryOver, halfSaturation }, index) => ({
      carryOver,
      halfSaturation,
      weight: (weights[index] ?? 0) / total,
    }))
    .filter(({ weight }) => weight > 1e-4);
}

/** Mean local elasticity at the usual spend and its standard deviation over the shapes. */
export function localElasticity(shapes: readonly MediaShape[]): { readonly value: number; readonly deviation: number } {
  let total = 0;
  let first = 0;
  let second = 0;
  for (const { halfSaturation, weight } of shapes) {
    const elasticity = halfSaturation / (1 + halfSaturation);
    total += weight;
    first += weight * elasticity;
    second += weight * elasticity * elasticity;
  }
  const value = first / total;
  return { value, deviation: Math.sqrt(Math.max(0, second / total - value * value)) };
}

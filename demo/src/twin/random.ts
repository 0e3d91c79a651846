/**
 * Random numbers as a keyed hash: the draw of an entity depends on (seed, mechanism, entity, day) and on nothing that
 * happened before. Moving one lever therefore changes its consequences and no other draw.
 */
export const mechanismKeys = {
  market: 1,
  pricing: 2,
  receiving: 3,
  campaigns: 4,
  site: 5,
  visitor: 6,
  customer: 7,
  order: 8,
  fulfilment: 9,
  delivery: 10,
  returns: 11,
  support: 12,
  reviews: 13,
  procurement: 14,
  finance: 15,
  email: 16,
  social: 17,
  content: 18,
  engineering: 19,
  features: 20,
  people: 21,
  esg: 22,
  surveys: 23,
  catalog: 24,
  invoices: 25,
  vulnerabilities: 26,
  traffic: 27,
} as const;
export type Mechanism = keyof typeof mechanismKeys;

// murmur3's block step and finaliser: cheap, and every input bit reaches every output bit.
function absorb(hash: number, value: number): number {
  let k = Math.imul(value | 0, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Key of one entity on one day; `draw`, `normal` and `poisson` take numbered slots of it. */
export function keyOf(seed: number, mechanism: Mechanism, entity: number, day: number): number {
  return finish(absorb(absorb(absorb(absorb(seed | 0, mechanismKeys[mechanism]), entity), entity / 0x100000000), day));
}

/** Uniform in [0, 1). */
export function draw(key: number, slot: number): number {
  return finish(absorb(key, slot + 0x51ed)) / 0x100000000;
}

/** Standard normal; uses the slots `slot` and `slot + 500`. */
export function normal(key: number, slot: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - draw(key, slot)));
  return radius * Math.cos(2 * Math.PI * draw(key, slot + 500));
}

/** Poisson count by inversion, so that with the same draw it never falls when the mean rises. */
export function poisson(key: number, slot: number, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(key, slot)));
  const u = draw(key, slot);
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (u > sum && count < 400) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** Mean-one lognormal factor with the given sigma. */
export function lognormal(key: number, slot: number, sigma: number): number {
  return Math.exp(sigma * normal(key, slot) - (sigma * sigma) / 2);
}

/** Index of the first weight whose running share passes `u`; weights need not sum to one. */
export function pick(weights: readonly number[], u: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let rest = u * total;
  for (let index = 0; index < weights.length; index += 1) {
    rest -= weights[index] ?? 0;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** Mean-zero noise that wanders over `period` days: interpolated between draws of the surrounding periods. */
export function wander(seed: number, mechanism: Mechanism, entity: number, day: number, period: number): number {
  const base = Math.floor(day / period);
  const part = day / period - base;
  const smooth = part * part * (3 - 2 * part);
  const left = normal(keyOf(seed, mechanism, entity, base), 90);
  const right = normal(keyOf(seed, mechanism, entity, base + 1), 90);
  return left * (1 - smooth) + right * smooth;
}

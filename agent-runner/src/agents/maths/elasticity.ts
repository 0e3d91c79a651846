/** One product in one week. */
export interface PricePoint {
  readonly product: number;
  readonly units: number;
  readonly price: number;
}

export interface Elasticity {
  readonly value: number;
  readonly standardError: number;
  readonly points: number;
}

/** Prior for a product group: mean −1.8 with a standard deviation of 0.7 (link e01 of the influence graph). */
const priorMean = -1.8;
const priorDeviation = 0.7;

/**
 * Own-price elasticity within products: ln(units + ½) on ln(price), both less the mean of their product, shrunk to the
 * prior by precision. Null below 30 points or without any price movement.
 */
export function fitElasticity(points: readonly PricePoint[]): Elasticity | null {
  const within = demeaned(points);
  if (within.length < 30) return null;
  let xx = 0;
  let xy = 0;
  for (const { x, y } of within) {
    xx += x * x;
    xy += x * y;
  }
  if (xx < 0.02) return null;
  const slope = xy / xx;
  let rest = 0;
  for (const { x, y } of within) rest += (y - slope * x) ** 2;
  const variance = rest / Math.max(1, within.length - 2) / xx;
  const precision = 1 / variance + 1 / priorDeviation ** 2;
  const value = (slope / variance + priorMean / priorDeviation ** 2) / precision;
  return { value, standardError: Math.sqrt(1 / precision), points: within.length };
}

function demeaned(points: readonly PricePoint[]): { x: number; y: number }[] {
  const groups = new Map<number, { x: number; y: number }[]>();
  for (const { product, units, price } of points) {
    if (price <= 0) continue;
    groups.set(product, [...(groups.get(product) ?? []), { x: Math.log(price), y: Math.log(units + 0.5) }]);
  }
  return [...groups.values()].flatMap((rows) => {
    let x = 0;
    let y = 0;
    for (const row of rows) {
      x += row.x / rows.length;
      y += row.y / rows.length;
    }
    return rows.map((row) => ({ x: row.x - x, y: row.y - y }));
  });
}

/** Margin-optimal price for a constant elasticity below −1: cost × ε ÷ (1 + ε); null where a higher price is always better. */
export function optimalPrice(unitCost: number, elasticity: number): number | null {
  return elasticity < -1.05 ? (unitCost * elasticity) / (1 + elasticity) : null;
}

/** Relative change of margin when the price moves by `change` at this elasticity. */
export function marginChange(price: number, unitCost: number, elasticity: number, change: number): number {
  const before = price - unitCost;
  const after = (price * (1 + change) - unitCost) * (1 + change) ** elasticity;
  return before <= 0 ? 0 : after / before - 1;
}

import { at } from '../../forecast/numeric/at.ts';
import type { ProductHistory } from '../history/company-history.ts';
import type { Estimate } from './estimate.ts';

/** Days of one product that can be compared: logarithm of the price and what else moved demand. */
interface ProductCells {
  readonly units: Float64Array;
  readonly traffic: Float64Array;
  readonly price: Float64Array;
  readonly promoted: Float64Array;
}

function cellsOf(product: ProductHistory, traffic: Float64Array): ProductCells {
  const days: number[] = [];
  for (let day = 0; day < product.units.length; day++) {
    const known = at(product.price, day) > 0 && at(product.available, day) > 0 && at(traffic, day) > 0;
    if (known && !Number.isNaN(at(product.units, day))) days.push(day);
  }
  const logs = Float64Array.from(days, (day) => Math.log(at(product.price, day)));
  return {
    units: Float64Array.from(days, (day) => at(product.units, day)),
    traffic: Float64Array.from(days, (day) => at(traffic, day)),
    price: logs,
    promoted: Float64Array.from(days, (day) => at(product.promoted, day)),
  };
}

interface Normal2 {
  gradient: [number, number];
  information: [number, number, number];
  pearson: number;
  cells: number;
}

/** Score and information of the Poisson likelihood with the level of the product taken out. */
function addProduct(sum: Normal2, cells: ProductCells, elasticity: number, promotion: number): void {
  const n = cells.units.length;
  let sold = 0;
  let weight = 0;
  let priceMean = 0;
  let promotedMean = 0;
  const rate = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = at(cells.traffic, i) * Math.exp(elasticity * at(cells.price, i) + promotion * at(cells.promoted, i));
    rate[i] = value;
    sold += at(cells.units, i);
    weight += value;
    priceMean += value * at(cells.price, i);
    promotedMean += value * at(cells.promoted, i);
  }
  if (sold === 0 || weight === 0) return;
  const level = sold / weight;
  priceMean /= weight;
  promotedMean /= weight;
  for (let i = 0; i < n; i++) {
    const expected = level * at(rate, i);
    const price = at(cells.price, i) - priceMean;
    const promoted = at(cells.promoted, i) - promotedMean;
    const surprise = at(cells.units, i) - expected;
    sum.gradient[0] += surprise * price;
    sum.gradient[1] += surprise * promoted;
    sum.information[0] += expected * price * price;
    sum.information[1] += expected * price * promoted;
    sum.information[2] += expected * promoted * promoted;
    sum.pearson += (surprise * surprise) / expected;
  }
  sum.cells += n - 1;
}

/**
 * Own-price elasticity within products: ln E(units) = level of the product + ln traffic + ε ln price + promotion,
 * by Poisson maximum likelihood with standard errors for overdispersion. Undefined without price changes.
 */
export function estimatePriceElasticity(
  products: readonly ProductHistory[],
  traffic: Float64Array
): Estimate | undefined {
  const all = products.map((product) => cellsOf(product, traffic));
  let elasticity = -1;
  let promotion = 0;
  let sum: Normal2 = { gradient: [0, 0], information: [0, 0, 0], pearson: 0, cells: 0 };
  for (let round = 0; round < 25; round++) {
    sum = { gradient: [0, 0], information: [0, 0, 0], pearson: 0, cells: 0 };
    for (const cells of all) addProduct(sum, cells, elasticity, promotion);
    const [a, b, c] = sum.information;
    const ridge = 1e-6 * (a + c) + 1e-9;
    const determinant = (a + ridge) * (c + ridge) - b * b;
    const move = ((c + ridge) * sum.gradient[0] - b * sum.gradient[1]) / determinant;
    const other = ((a + ridge) * sum.gradient[1] - b * sum.gradient[0]) / determinant;
    elasticity += Math.min(1, Math.max(-1, move));
    promotion += Math.min(1, Math.max(-1, other));
    if (Math.abs(move) + Math.abs(other) < 1e-8) break;
  }
  const [a, b, c] = sum.information;
  const information = c > 1e-6 * a ? a - (b * b) / c : a;
  if (!(information > 1) || !Number.isFinite(elasticity)) return undefined;
  const dispersion = Math.max(1, sum.pearson / Math.max(1, sum.cells));
  return { value: elasticity, standardError: Math.sqrt(dispersion / information), observations: sum.cells };
}

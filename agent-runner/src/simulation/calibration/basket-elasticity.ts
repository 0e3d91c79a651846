import { at } from '../../forecast/numeric/at.ts';
import { mean } from '../../forecast/numeric/moments.ts';
import { leastSquares } from '../../forecast/numeric/ridge-regression.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import type { Estimate } from './estimate.ts';

/** Logarithm of the price level of the whole range, products weighted by what they sell. */
export function priceLevel({ products, days }: CompanyHistory): Float64Array {
  const level = new Float64Array(days);
  let total = 0;
  for (const product of products) {
    const usual = mean(product.price);
    const weight = mean(product.units) * usual;
    if (!(weight > 0)) continue;
    total += weight;
    for (let day = 0; day < days; day++) {
      level[day] = at(level, day) + weight * Math.log(Math.max(1e-9, at(product.price, day)) / usual);
    }
  }
  return total > 0 ? level.map((value) => value / total) : level;
}

/** How units per order moved with the price level, weekdays and a slow trend held; undefined without enough days. */
export function estimateBasketElasticity(history: CompanyHistory): Estimate | undefined {
  const level = priceLevel(history);
  const { units, orders } = history.company;
  const usable: number[] = [];
  for (let day = 0; day < history.days; day++) if (at(units, day) > 0 && at(orders, day) > 0) usable.push(day);
  const columns = 9;
  if (usable.length < 90 || Math.max(...level) - Math.min(...level) < 0.01) return undefined;
  const values = new Float64Array(usable.length * columns);
  for (const [row, day] of usable.entries()) {
    values[row * columns] = at(level, day);
    values[row * columns + 1] = day / history.days;
    values[row * columns + 2 + (day % 7)] = 1;
  }
  const target = Float64Array.from(usable, (day) => Math.log(at(units, day) / at(orders, day)));
  const { coefficients, standardErrors } = leastSquares({ values, rows: usable.length, columns }, target);
  return { value: at(coefficients, 0), standardError: at(standardErrors, 0), observations: usable.length };
}

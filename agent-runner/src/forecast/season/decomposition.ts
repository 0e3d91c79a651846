import { at } from '../numeric/at.ts';
import { lineSlope } from '../methods/theta.ts';
import { mean } from '../numeric/moments.ts';

export interface Decomposition {
  /** One series per period, same order. */
  readonly seasons: readonly Float64Array[];
  /** History without its seasons. */
  readonly adjusted: Float64Array;
}

/** Centred moving average over one full period; the ends follow the local slope. */
export function movingTrend(values: Float64Array, period: number): Float64Array {
  const n = values.length;
  const half = Math.floor(period / 2);
  const trend = new Float64Array(n).fill(mean(values));
  if (n < 2 * half + 1 || half === 0) return trend;
  const even = period % 2 === 0;
  let sum = 0;
  for (let t = 0; t < 2 * half + 1; t++) sum += at(values, t);
  for (let t = half; t < n - half; t++) {
    if (t > half) sum += at(values, t + half) - at(values, t - half - 1);
    const edges = even ? (at(values, t - half) + at(values, t + half)) / 2 : 0;
    trend[t] = (sum - edges) / period;
  }
  const span = Math.min(period, n - 2 * half);
  const rise = lineSlope(trend.subarray(half, half + span));
  const fall = lineSlope(trend.subarray(n - half - span, n - half));
  for (let k = 1; k <= half; k++) {
    trend[half - k] = at(trend, half) - k * rise;
    if (n - half - 1 + k < n) trend[n - half - 1 + k] = at(trend, n - half - 1) + k * fall;
  }
  return trend;
}

/** Tricube weights of the neighbouring cycles, the own one first. */
function cycleWeights(reach: number): Float64Array {
  return Float64Array.from({ length: reach + 1 }, (_, k) => (1 - (k / (reach + 1)) ** 3) ** 3);
}

/** Every position of the cycle is averaged over its neighbours in other cycles, nearer ones count more. */
function smoothCycles(detrended: Float64Array, period: number, reach: number): Float64Array {
  const n = detrended.length;
  const weights = cycleWeights(reach);
  const season = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let sum = at(detrended, t);
    let total = 1;
    for (let k = 1; k <= reach; k++) {
      const distance = k * period;
      const weight = at(weights, k);
      if (t >= distance) {
        sum += weight * at(detrended, t - distance);
        total += weight;
      }
      if (t + distance < n) {
        sum += weight * at(detrended, t + distance);
        total += weight;
      }
      if (t < distance && t + distance >= n) break;
    }
    season[t] = sum / total;
  }
  return season;
}

function minus(from: Float64Array, what: Float64Array): Float64Array {
  return from.map((value, t) => value - at(what, t));
}

/** A yearly profile of days comes from two or three noisy years, so its neighbours are averaged over two weeks. */
const longestJaggedSeason = 300;
const yearlySmoothing = 15;

/** Additive decomposition into several seasons, shortest first, by alternating smoothing (after MSTL). */
export function decompose(
  values: Float64Array,
  periods: readonly number[],
  reach: (period: number) => number
): Decomposition {
  const seasons: Float64Array[] = periods.map(() => new Float64Array(values.length));
  for (let round = 0; round < (periods.length > 1 ? 3 : 2); round++) {
    for (const [index, period] of periods.entries()) {
      let rest = values;
      for (const [other, season] of seasons.entries()) if (other !== index) rest = minus(rest, season);
      const cycles = smoothCycles(minus(rest, movingTrend(rest, period)), period, reach(period));
      const smooth = period > longestJaggedSeason ? movingTrend(cycles, yearlySmoothing) : cycles;
      seasons[index] = minus(smooth, movingTrend(smooth, period));
    }
  }
  let adjusted = values;
  for (const season of seasons) adjusted = minus(adjusted, season);
  return { seasons, adjusted };
}

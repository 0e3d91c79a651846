import { at } from '@ai-cos/agent-runner/forecast/numeric/at.ts';
import { mean } from '@ai-cos/agent-runner/forecast/numeric/moments.ts';
import { movingTrend } from '@ai-cos/agent-runner/forecast/season/decomposition.ts';
import { fillGaps } from '@ai-cos/agent-runner/forecast/history/gaps.ts';
import type { BenchmarkSeries } from './benchmark-set.ts';

/** The 90 % autocorrelation test of the M4 organisers. */
export function isSeasonal(values: Float64Array, period: number): boolean {
  if (period <= 1 || values.length < 3 * period) return false;
  const centre = mean(values);
  const correlation = (lag: number): number => {
    let product = 0;
    let square = 0;
    for (let t = 0; t < values.length; t++) {
      square += (at(values, t) - centre) ** 2;
      if (t >= lag) product += (at(values, t) - centre) * (at(values, t - lag) - centre);
    }
    return square > 0 ? product / square : 0;
  };
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += correlation(lag) ** 2;
  return Math.abs(correlation(period)) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
}

/** Multiplicative indices of the classical decomposition, mean 1. */
function seasonalIndices(values: Float64Array, period: number): Float64Array {
  const half = Math.floor(period / 2);
  const trend = movingTrend(values, period);
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let t = half; t < values.length - half; t++) {
    sums[t % period] = at(sums, t % period) + at(values, t) / at(trend, t);
    counts[t % period] = at(counts, t % period) + 1;
  }
  const indices = sums.map((sum, slot) => sum / at(counts, slot));
  const centre = mean(indices);
  return indices.map((index) => index / centre);
}

/** Naive2 of M4: the last value of the seasonally adjusted series, put back into season. */
export function naive2Forecast(series: BenchmarkSeries): Float64Array {
  const values = fillGaps(series.train, series.scorePeriod);
  const period = series.scorePeriod;
  const n = values.length;
  const seasonal = isSeasonal(values, period) && values.every((value) => value > 0);
  const indices = seasonal ? seasonalIndices(values, period) : new Float64Array(period).fill(1);
  const level = at(values, n - 1) / at(indices, (n - 1) % period);
  return Float64Array.from({ length: series.test.length }, (_, step) => level * at(indices, (n + step) % period));
}

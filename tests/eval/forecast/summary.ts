import { quantile } from '@ai-cos/agent-runner/forecast/numeric/moments.ts';
import { repeatLastCycle } from '@ai-cos/agent-runner/forecast/methods/seasonal-naive.ts';
import { fillGaps } from '@ai-cos/agent-runner/forecast/history/gaps.ts';
import type { BenchmarkSeries, BenchmarkSet } from './benchmark-set.ts';
import { naive2Forecast } from './naive2.ts';
import { evaluateSeries, owa, scoreSet, type PointScore, type SeriesResult } from './score.ts';

export interface SetSummary {
  readonly name: string;
  readonly series: number;
  readonly score: PointScore;
  readonly naive2: PointScore;
  readonly seasonalNaive: PointScore;
  readonly owa: number;
  /** Share by which sMAPE lies below the seasonal naive one. */
  readonly smapeGain: number;
  readonly coverage80: number;
  readonly coverage90: number;
  readonly coverage95: number;
  readonly msis95: number;
  readonly backtestMase: number;
  readonly unreliable: number;
  readonly medianMilliseconds: number;
  readonly results: readonly SeriesResult[];
}

function seasonalNaiveForecast(series: BenchmarkSeries): Float64Array {
  return repeatLastCycle(fillGaps(series.train, series.scorePeriod), series.test.length, series.scorePeriod);
}

function meanOf(results: readonly SeriesResult[], figure: (result: SeriesResult) => number): number {
  let sum = 0;
  for (const result of results) sum += figure(result);
  return sum / results.length;
}

/** Forecasts and scores every series of a set; `onSeries` hears of each one. */
export function summarise(set: BenchmarkSet, onSeries: (done: number) => void): SetSummary {
  const results = set.series.map((series, index) => {
    const result = evaluateSeries(series);
    onSeries(index + 1);
    return result;
  });
  const score = { smape: meanOf(results, ({ smape }) => smape), mase: meanOf(results, ({ mase }) => mase) };
  const naive2 = scoreSet(set, naive2Forecast);
  const seasonalNaive = scoreSet(set, seasonalNaiveForecast);
  return {
    name: set.name,
    series: set.series.length,
    score,
    naive2,
    seasonalNaive,
    owa: owa(score, naive2),
    smapeGain: 1 - score.smape / seasonalNaive.smape,
    coverage80: meanOf(results, (result) => result.coverage80),
    coverage90: meanOf(results, (result) => result.coverage90),
    coverage95: meanOf(results, (result) => result.coverage95),
    msis95: meanOf(results, (result) => result.msis95),
    backtestMase: meanOf(results, (result) => result.backtestMase),
    unreliable: results.filter(({ unreliable }) => unreliable.length > 0).length,
    medianMilliseconds: quantile(
      Float64Array.from(results, ({ milliseconds }) => milliseconds),
      0.5
    ),
    results,
  };
}

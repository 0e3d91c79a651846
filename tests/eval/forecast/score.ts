import {
  intervalScore,
  coverage,
  meanAbsoluteError,
  seasonalScale,
  smape,
} from '@ai-cos/agent-runner/forecast/accuracy.ts';
import { fillGaps } from '@ai-cos/agent-runner/forecast/history/gaps.ts';
import { forecastSeries } from '@ai-cos/agent-runner/forecast/series-forecast.ts';
import { naive2Forecast } from './naive2.ts';
import type { BenchmarkSeries, BenchmarkSet } from './benchmark-set.ts';

export interface PointScore {
  readonly smape: number;
  readonly mase: number;
}

/** Official scores of one forecast of one series. */
export function scorePoint(series: BenchmarkSeries, forecast: Float64Array): PointScore {
  const scale = seasonalScale(fillGaps(series.train, series.scorePeriod), series.scorePeriod);
  return {
    smape: smape(series.test, forecast),
    mase: scale > 0 ? meanAbsoluteError(series.test, forecast) / scale : 0,
  };
}

/** Mean scores of a method over a set; `forecast` must know every series. */
export function scoreSet(set: BenchmarkSet, forecast: (series: BenchmarkSeries) => Float64Array): PointScore {
  let smapeSum = 0;
  let maseSum = 0;
  for (const series of set.series) {
    const score = scorePoint(series, forecast(series));
    smapeSum += score.smape;
    maseSum += score.mase;
  }
  return { smape: smapeSum / set.series.length, mase: maseSum / set.series.length };
}

/** Overall weighted average of M4: mean of the two scores relative to Naive2. */
export function owa(score: PointScore, naive2: PointScore): number {
  return (score.smape / naive2.smape + score.mase / naive2.mase) / 2;
}

export interface SeriesResult {
  readonly id: string;
  readonly smape: number;
  readonly mase: number;
  readonly naiveMase: number;
  readonly coverage80: number;
  readonly coverage90: number;
  readonly coverage95: number;
  readonly msis95: number;
  readonly backtestMase: number;
  readonly members: readonly string[];
  readonly unreliable: readonly string[];
  readonly milliseconds: number;
}

/** Forecasts one series from its training part and scores it on the test part. */
export function evaluateSeries(series: BenchmarkSeries): SeriesResult {
  const started = performance.now();
  const forecast = forecastSeries({ values: series.train, horizon: series.test.length, periods: series.periods });
  const milliseconds = performance.now() - started;
  const inside = (level: number): number => {
    const { low, high } = forecast.interval(level);
    return coverage(series.test, low, high);
  };
  const scale = seasonalScale(fillGaps(series.train, series.scorePeriod), series.scorePeriod);
  return {
    id: series.id,
    ...scorePoint(series, forecast.point),
    naiveMase: scorePoint(series, naive2Forecast(series)).mase,
    coverage80: inside(0.8),
    coverage90: inside(0.9),
    coverage95: inside(0.95),
    msis95: intervalScore({ actual: series.test, ...forecast.interval(0.95), level: 0.95, scale }),
    backtestMase: forecast.backtest.mase,
    members: forecast.members,
    unreliable: forecast.unreliable,
    milliseconds,
  };
}

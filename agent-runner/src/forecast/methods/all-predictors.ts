import { mean } from '../numeric/moments.ts';
import type { Predictor } from '../predictor.ts';
import { seasonallyAdjusted } from '../season/seasonal-predictor.ts';
import { dampedTrendForecast } from './damped-trend.ts';
import { fitSmoothing } from './exponential-smoothing.ts';
import { holtWinters } from './holt-winters.ts';
import { intermittent } from './intermittent.ts';
import { changeRegression, lagRegression } from './lag-regression.ts';
import { levelAligned } from './level-aligned.ts';
import { onLogs, onRoots } from './log-scale.ts';
import { naive } from './naive.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { thetaForecast } from './theta.ts';

const recentMean = seasonallyAdjusted('recent_mean', (history, horizon) =>
  new Float64Array(horizon).fill(mean(history.subarray(Math.max(0, history.length - 28))))
);
const smoothing = seasonallyAdjusted('smoothing', (history, horizon) =>
  new Float64Array(horizon).fill(fitSmoothing(history).level)
);
const theta = seasonallyAdjusted('theta', thetaForecast);
const dampedTrend = seasonallyAdjusted('damped_trend', dampedTrendForecast);

/** The mandatory floor: what does not beat it in the backtest is not shown. */
export const floor: Predictor = seasonalNaive;

/** Every method that joins the selection. */
export const predictors: readonly Predictor[] = [
  floor,
  naive,
  recentMean,
  smoothing,
  theta,
  onLogs(theta),
  onRoots(theta),
  dampedTrend,
  onLogs(dampedTrend),
  holtWinters,
  onLogs(holtWinters),
  onRoots(holtWinters),
  lagRegression,
  onLogs(lagRegression),
  changeRegression,
  onLogs(changeRegression),
  levelAligned(theta),
  intermittent,
];

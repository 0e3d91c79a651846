import { seasonallyAdjusted } from '../season/seasonal-predictor.ts';
import type { Predictor } from '../predictor.ts';
import { dampedTrendForecast } from './damped-trend.ts';
import { fitSmoothing } from './exponential-smoothing.ts';
import { holtWintersForecast } from './holt-winters.ts';
import { changeRegression, lagRegression } from './lag-regression.ts';
import { onLogs } from './log-scale.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { thetaForecast } from './theta.ts';

const smoothing = seasonallyAdjusted('smoothing', (history, horizon) =>
  new Float64Array(horizon).fill(fitSmoothing(history).level)
);
const theta = seasonallyAdjusted('theta', thetaForecast);
const dampedTrend = seasonallyAdjusted('damped_trend', dampedTrendForecast);

const holtWinters: Predictor = {
  id: 'holt_winters',
  accepts: (history, shape) => {
    const period = shape.periods[0] ?? 1;
    return period > 1 && period <= 60 && history.length >= 3 * period;
  },
  predict: (history, horizon, shape) => holtWintersForecast(history, horizon, shape.periods[0] ?? 1),
};

/** Every method that joins the selection; the first is the floor. */
export const predictors: readonly Predictor[] = [
  seasonalNaive,
  smoothing,
  theta,
  onLogs(theta),
  dampedTrend,
  onLogs(dampedTrend),
  holtWinters,
  onLogs(holtWinters),
  lagRegression,
  onLogs(lagRegression),
  changeRegression,
  onLogs(changeRegression),
];

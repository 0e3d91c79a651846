import { asMase, backtest, isUsable, type OriginForecasts } from './backtest.ts';
import { medianForecast } from './combination.ts';
import { applyEvents, estimateEventFactors, type SeriesEvent } from './event-effects.ts';
import { ForecastInputError } from './forecast-error.ts';
import { fillGaps, gapShare } from './history/gaps.ts';
import { fitIntervals, halfWidths, type IntervalModel } from './intervals.ts';
import { floor, predictors } from './methods/all-predictors.ts';
import { at, last } from './numeric/at.ts';
import { mean, standardDeviation } from './numeric/moments.ts';
import type { Predictor, SeriesShape } from './predictor.ts';
import { detectPeriods } from './season/detection.ts';
import { chooseMethods, medianOf } from './selection.ts';

export interface SeriesQuestion {
  /** Oldest first; NaN marks a gap. */
  readonly values: Float64Array;
  readonly horizon: number;
  /** Seasons of the series, shortest first; empty = look for one. */
  readonly periods: readonly number[];
  /** Special days of the business calendar, past and coming; their effect is learned from the past ones. */
  readonly events?: readonly SeriesEvent[];
  /** Methods of a company beside, or instead of, the built-in ones. */
  readonly methods?: readonly Predictor[];
}

export interface BacktestReport {
  /** Mean absolute error in units of the seasonal change of the history. */
  readonly mase: number;
  /** The same for the seasonal naive forecast. */
  readonly floorMase: number;
  readonly origins: number;
  /** Share of the backtest inside the 90 % interval built from the other origins. */
  readonly coverage90: number;
}

export type Unreliable = 'short_history' | 'constant_history' | 'many_gaps' | 'no_backtest';

export interface SeriesForecast {
  readonly point: Float64Array;
  /** Interval of any level between 0 and 1. */
  readonly interval: (level: number) => { readonly low: Float64Array; readonly high: Float64Array };
  /** Standard deviation of the error per step, for simulations. */
  readonly deviation: Float64Array;
  /** Standard deviation of the error of the mean over the horizon: what is left when daily noise averages out. */
  readonly levelDeviation: number;
  readonly members: readonly string[];
  readonly backtest: BacktestReport;
  /** Empty when the forecast can be relied on. */
  readonly unreliable: readonly Unreliable[];
}

/** Origins that choose the methods, and older ones that only widen the evidence for the intervals; fixed on training data. */
const choosingOrigins = 5;
const intervalOrigins = 12;

function memberForecasts(
  history: Float64Array,
  members: readonly Predictor[],
  horizon: number,
  shape: SeriesShape
): Float64Array {
  const found = members
    .filter((method) => method.accepts(history, shape))
    .map((method) => method.predict(history, horizon, shape))
    .filter(isUsable);
  return found.length > 0 ? medianForecast(found) : floor.predict(history, horizon, shape);
}

function errorsOf(results: readonly OriginForecasts[], members: readonly string[]): Float64Array[] {
  return results.map((result) => medianOf(result, members).map((value, h) => at(result.actual, h) - value));
}

/** Spread of a history too short for a backtest: a random walk with the deviation of its own steps. */
function walkErrors(history: Float64Array, horizon: number): Float64Array[] {
  const steps = Float64Array.from(
    { length: Math.max(0, history.length - 1) },
    (_, t) => at(history, t + 1) - at(history, t)
  );
  const unit = standardDeviation(steps) || Math.abs(last(history)) * 0.1;
  return [Float64Array.from({ length: horizon }, (_, h) => unit * Math.sqrt(h + 1))];
}

/** Root mean square of the mean errors of the origins, widened as they are few. */
function levelDeviation(errors: readonly Float64Array[]): number {
  let squares = 0;
  for (const error of errors) squares += mean(error) ** 2;
  return Math.sqrt((squares / errors.length) * (1 + 2 / errors.length));
}

/** Coverage of each origin by the intervals of the others. */
function crossCoverage(errors: readonly Float64Array[], horizon: number): number {
  if (errors.length < 2) return 0;
  let inside = 0;
  for (const [index, error] of errors.entries()) {
    const widths = halfWidths(
      fitIntervals(
        errors.filter((_, other) => other !== index),
        horizon
      ),
      0.9
    );
    for (let h = 0; h < horizon; h++) if (Math.abs(at(error, h)) <= at(widths, h)) inside++;
  }
  return inside / (errors.length * horizon);
}

function doubts(q: SeriesQuestion, history: Float64Array, backtested: number): Unreliable[] {
  const found: Unreliable[] = [];
  if (history.length < 20) found.push('short_history');
  if (history.every((value) => value === at(history, 0))) found.push('constant_history');
  if (gapShare(q.values) > 0.3) found.push('many_gaps');
  if (backtested < 3) found.push('no_backtest');
  return found;
}

function bounded(values: Float64Array, history: Float64Array): Float64Array {
  return history.every((value) => value >= 0) ? values.map((value) => Math.max(0, value)) : values;
}

function intervalFrom(point: Float64Array, model: IntervalModel, history: Float64Array): SeriesForecast['interval'] {
  return (level) => {
    const widths = halfWidths(model, level);
    return {
      low: bounded(
        point.map((value, h) => value - at(widths, h)),
        history
      ),
      high: bounded(
        point.map((value, h) => value + at(widths, h)),
        history
      ),
    };
  };
}

function checkQuestion(q: SeriesQuestion): void {
  if (!Number.isInteger(q.horizon) || q.horizon < 1 || q.horizon > 1000) {
    throw new ForecastInputError(
      'horizon_out_of_range',
      'horizon',
      `horizon must be a whole number from 1 to 1000, got ${String(q.horizon)}`
    );
  }
  if (!q.values.some((value) => Number.isFinite(value))) {
    throw new ForecastInputError('no_observations', 'values', 'a forecast needs at least one finite value');
  }
}

/** Point forecast, conformal intervals and backtest of one series; throws ForecastInputError, never returns NaN. */
export function forecastSeries(question: SeriesQuestion): SeriesForecast {
  checkQuestion(question);
  const declared = question.periods.filter((period) => period > 1);
  const history = fillGaps(question.values, declared[0] ?? 1);
  if (question.events === undefined) return forecastOrdinary(question, history, declared);
  const offset = question.values.length - history.length;
  const events = question.events.map(({ kind, position }) => ({ kind, position: position - offset }));
  const factors = estimateEventFactors(history, events, declared[0] ?? 1);
  const without = applyEvents(history, { events, factors, start: 0, power: -1 });
  const ordinary = forecastOrdinary(question, without, declared);
  const again = (values: Float64Array): Float64Array =>
    applyEvents(values, { events, factors, start: history.length, power: 1 });
  return {
    ...ordinary,
    point: again(ordinary.point),
    interval: (level) => {
      const { low, high } = ordinary.interval(level);
      return { low: again(low), high: again(high) };
    },
  };
}

/** The forecast of a gapless history without special days. */
function forecastOrdinary(
  question: SeriesQuestion,
  history: Float64Array,
  declared: readonly number[]
): SeriesForecast {
  const shape = { periods: declared.length > 0 ? declared : detectPeriods(history) };
  const methods = question.methods ?? predictors;
  const { horizon } = question;
  // A long horizon cannot be tested on a short history: the first part is, and the spread grows on from there.
  const tested = Math.min(horizon, Math.max(1, Math.floor(history.length / 4)));
  const results = backtest(history, methods, { horizon: tested, shape, origins: choosingOrigins });
  const choice = chooseMethods(
    results,
    methods.map(({ id }) => id),
    floor.id
  );
  const members = methods.filter(({ id }) => choice.members.includes(id));
  const point = bounded(memberForecasts(history, members, horizon, shape), history);
  const older = backtest(history, members, { horizon: tested, shape, origins: intervalOrigins, skip: choosingOrigins });
  const judged = [...results, ...older.filter(({ forecasts }) => forecasts.size > 0)];
  const errors = results.length > 0 ? errorsOf(judged, choice.members) : walkErrors(history, tested);
  const model = fitIntervals(errors, horizon);
  const period = shape.periods[0] ?? 1;
  return {
    point,
    interval: intervalFrom(point, model, history),
    deviation: halfWidths(model, 0.6827),
    levelDeviation: levelDeviation(errors),
    members: choice.members,
    backtest: {
      mase: results.length > 0 ? asMase(choice.error, history, period) : 0,
      floorMase: results.length > 0 ? asMase(choice.floorError, history, period) : 0,
      origins: results.length,
      coverage90: crossCoverage(errors, tested),
    },
    unreliable: doubts(question, history, results.length),
  };
}

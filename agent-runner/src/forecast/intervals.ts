import { at } from './numeric/at.ts';
import { quantile } from './numeric/moments.ts';

/** Half-widths per horizon step of a symmetric interval. */
export interface IntervalModel {
  /** How the spread grows with the horizon, in the unit of the series. */
  readonly growth: Float64Array;
  /** Backtest errors divided by the growth at their step, absolute. */
  readonly scores: Float64Array;
  readonly origins: number;
}

/** Variance of the errors as a line in the horizon, never negative and never falling, drawn on beyond the tested steps. */
function growthOf(errors: readonly Float64Array[], horizon: number): Float64Array {
  const tested = errors[0]?.length ?? 0;
  const squares = new Float64Array(tested);
  for (const error of errors) {
    for (let h = 0; h < tested; h++) squares[h] = at(squares, h) + at(error, h) ** 2 / errors.length;
  }
  const middle = (tested - 1) / 2;
  let level = 0;
  let product = 0;
  let spread = 0;
  for (let h = 0; h < tested; h++) {
    level += at(squares, h) / tested;
    product += (h - middle) * at(squares, h);
    spread += (h - middle) ** 2;
  }
  const slope = spread > 0 ? Math.min(Math.max(0, product / spread), level / (middle + 0.5)) : 0;
  return Float64Array.from({ length: horizon }, (_, h) =>
    Math.sqrt(Math.max(level + slope * (h - middle), level * 0.02))
  );
}

/** Conformal scores from the errors of several origins (split conformal on studentised absolute errors). */
export function fitIntervals(errors: readonly Float64Array[], horizon: number): IntervalModel {
  const growth = growthOf(errors, horizon);
  const tested = errors[0]?.length ?? 0;
  const scores = new Float64Array(errors.length * tested);
  for (const [index, error] of errors.entries()) {
    for (let h = 0; h < tested; h++) {
      const unit = at(growth, h);
      scores[index * tested + h] = unit > 0 ? Math.abs(at(error, h)) / unit : 0;
    }
  }
  return { growth, scores, origins: errors.length };
}

/** Errors of one origin move together and the members were chosen on them; fixed on held-out training data. */
const inflation = 1.07;

/** Half-width of the interval of this level at each step. */
export function halfWidths(model: IntervalModel, level: number): Float64Array {
  const score = quantile(model.scores, Math.min(1, level * (1 + 1 / Math.max(1, model.scores.length))));
  const factor = score * (1 + (inflation - 1) * Math.max(1, 12 / Math.max(1, model.origins)));
  return model.growth.map((unit) => unit * factor);
}

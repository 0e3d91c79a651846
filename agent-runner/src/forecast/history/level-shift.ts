import { at } from '../numeric/at.ts';
import { median } from '../numeric/moments.ts';

export interface LevelShift {
  /** First position of the new level. */
  readonly position: number;
  readonly size: number;
}

/** Shifts smaller than this many standard errors are ordinary noise of a wandering level. */
const threshold = 8;

/** Whole cycles on either side of a position, at least 28 values, so that the season cancels. */
function comparedValues(period: number): number {
  return period * Math.ceil(28 / period);
}

function typicalChange(values: Float64Array, period: number): number {
  const changes = new Float64Array(values.length - period);
  for (let t = 0; t < changes.length; t++) changes[t] = Math.abs(at(values, t + period) - at(values, t));
  return median(changes) / 0.954;
}

/** The largest abrupt and lasting change of level, when there is a clear one. */
export function findLevelShift(values: Float64Array, period: number): LevelShift | undefined {
  const window = comparedValues(period);
  if (values.length < 2 * window) return undefined;
  const sums = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t++) sums[t + 1] = at(sums, t) + at(values, t);
  const error = typicalChange(values, period) * Math.sqrt(2 / window);
  let found: LevelShift | undefined;
  for (let position = window; position <= values.length - window; position++) {
    const size = (at(sums, position + window) - 2 * at(sums, position) + at(sums, position - window)) / window;
    if (error > 0 && Math.abs(size) > Math.max(threshold * error, Math.abs(found?.size ?? 0)))
      found = { position, size };
  }
  return found;
}

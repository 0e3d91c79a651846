import { findLevelShift } from '../history/level-shift.ts';
import type { Predictor } from '../predictor.ts';

/** The same method on a history whose earlier part is moved to the present level; joins only after a level shift. */
export function levelAligned(inner: Predictor): Predictor {
  return {
    id: `${inner.id}_level_aligned`,
    accepts: (history, shape) =>
      inner.accepts(history, shape) && findLevelShift(history, shape.periods[0] ?? 1) !== undefined,
    predict(history, horizon, shape) {
      const shift = findLevelShift(history, shape.periods[0] ?? 1);
      const aligned = history.map((value, t) => (shift && t < shift.position ? value + shift.size : value));
      return inner.predict(aligned, horizon, shape);
    },
  };
}

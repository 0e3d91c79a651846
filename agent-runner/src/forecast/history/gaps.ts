import { at } from '../numeric/at.ts';

function nearestSameSlot(values: Float64Array, position: number, period: number): number {
  for (let distance = period; distance < values.length; distance += period) {
    const before = position - distance >= 0 ? at(values, position - distance) : Number.NaN;
    const after = position + distance < values.length ? at(values, position + distance) : Number.NaN;
    if (!Number.isNaN(before) && !Number.isNaN(after)) return (before + after) / 2;
    if (!Number.isNaN(before)) return before;
    if (!Number.isNaN(after)) return after;
  }
  return Number.NaN;
}

/** The history from its first value on, gaps (NaN) filled from the same slot of the nearest cycles. */
export function fillGaps(values: Float64Array, period: number): Float64Array {
  const first = values.findIndex((value) => Number.isFinite(value));
  if (first < 0) return new Float64Array(0);
  const known = values.subarray(first).map((value) => (Number.isFinite(value) ? value : Number.NaN));
  return known.map((value, position) => {
    if (!Number.isNaN(value)) return value;
    const sameSlot = nearestSameSlot(known, position, Math.max(1, period));
    return Number.isNaN(sameSlot) ? nearestSameSlot(known, position, 1) : sameSlot;
  });
}

/** Share of missing values after the first one. */
export function gapShare(values: Float64Array): number {
  const first = values.findIndex((value) => Number.isFinite(value));
  if (first < 0) return 1;
  const rest = values.subarray(first);
  return rest.filter((value) => !Number.isFinite(value)).length / rest.length;
}

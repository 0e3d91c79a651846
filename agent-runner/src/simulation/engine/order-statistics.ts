import { at } from '../../forecast/numeric/at.ts';

function swap(values: Float64Array, a: number, b: number): void {
  const kept = at(values, a);
  values[a] = at(values, b);
  values[b] = kept;
}

/** Moves the k-th smallest value of `values[low..high]` to position k (Hoare's selection). */
function select(values: Float64Array, k: number, low: number, high: number): void {
  let left = low;
  let right = high;
  while (right > left) {
    const pivot = at(values, (left + right) >> 1);
    let i = left;
    let j = right;
    while (i <= j) {
      while (at(values, i) < pivot) i++;
      while (at(values, j) > pivot) j--;
      if (i <= j) swap(values, i++, j--);
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** P10, P50 and P90 of values that may be reordered. */
export function deciles(values: Float64Array): readonly [number, number, number] {
  const last = values.length - 1;
  const ranks = [Math.round(0.1 * last), Math.round(0.5 * last), Math.round(0.9 * last)] as const;
  select(values, ranks[1], 0, last);
  select(values, ranks[0], 0, ranks[1]);
  select(values, ranks[2], ranks[1], last);
  return [at(values, ranks[0]), at(values, ranks[1]), at(values, ranks[2])];
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Mean, or NaN of nothing: callers decide first whether there is enough. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

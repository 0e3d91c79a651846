/** Reads an element whose index the caller keeps in range; the one place that tells the compiler so. */
export function at(values: Float64Array, index: number): number {
  return values[index] as number;
}

/** The last element of a non-empty array. */
export function last(values: Float64Array): number {
  return at(values, values.length - 1);
}

/** One series of a benchmark; NaN marks a gap. */
export interface BenchmarkSeries {
  readonly id: string;
  readonly train: Float64Array;
  readonly test: Float64Array;
  /** Seasonal period of the official MASE. */
  readonly scorePeriod: number;
  /** Seasons given to the forecast; empty = it looks for them itself. */
  readonly periods: readonly number[];
}

export interface BenchmarkSet {
  readonly name: string;
  readonly series: readonly BenchmarkSeries[];
}

/** What a predictor may know beside the values: the seasons of the series, shortest first; empty when there is none. */
export interface SeriesShape {
  readonly periods: readonly number[];
}

/** One forecasting method. Anything with this shape can join the selection, whatever it runs on. */
export interface Predictor {
  readonly id: string;
  /** False when the history is too short or of the wrong kind; `predict` is then never called. */
  accepts(history: Float64Array, shape: SeriesShape): boolean;
  /** `horizon` finite values after the end of a gapless history. */
  predict(history: Float64Array, horizon: number, shape: SeriesShape): Float64Array;
}

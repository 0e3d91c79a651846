/** What the engine knows of a node before anything is moved, in native units. */
export interface NodeState {
  readonly id: string;
  /** Expected value per day of the horizon. */
  readonly baseline: Float64Array;
  /** Standard deviation of the level of the forecast, the same error on all days of a draw. */
  readonly deviation: Float64Array;
  /** Standard deviation of what comes on top on a single day; widens bands, averages out of means. */
  readonly noise: Float64Array;
  /** Smallest and largest possible value. */
  readonly low: number;
  readonly high: number;
}

/** A direct change of a node by a lever or by a scenario model. */
export interface Shock {
  readonly node: string;
  /** Adds to the changes of one day, one entry per draw: logarithmic for positive nodes, else absolute. */
  readonly form: 'log' | 'absolute';
  readonly addTo: (day: number, changes: Float64Array, columns: CoefficientColumns) => void;
}

/** Draws of every coefficient of a run, by its id. */
export type CoefficientColumns = ReadonlyMap<string, Float64Array>;

/** Values of one node per day and draw, day after day. */
export interface Paths {
  readonly base: Float64Array;
  readonly scenario: Float64Array;
}

/** The value of a node nobody knows: undefined inputs make their outputs undefined, never 0. */
export function isDefined(state: NodeState | undefined): state is NodeState {
  return state !== undefined && state.baseline.every((value) => Number.isFinite(value));
}

export interface ChartPoint {
  at: string;
  value: number | null;
}

export interface BandPoint {
  at: string;
  low: number;
  middle: number;
  high: number;
}

export interface ChartThreshold {
  label: string;
  value: number;
  tone: 'good' | 'warn' | 'bad';
}

export interface ChartInput {
  points: readonly ChartPoint[];
  band?: readonly BandPoint[];
}

type Column = Array<number | null>;

export interface ChartColumns {
  times: number[];
  value: Column;
  low: Column;
  middle: Column;
  high: Column;
}

function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** One row per moment; history and forecast meet in the last known value so that the lines join. */
export function chartColumns({ points, band = [] }: ChartInput): ChartColumns {
  const columns: ChartColumns = { times: [], value: [], low: [], middle: [], high: [] };
  for (const { at, value } of points) {
    columns.times.push(secondsOf(at));
    columns.value.push(value);
    columns.low.push(null);
    columns.middle.push(null);
    columns.high.push(null);
  }
  const lastKnown = columns.value.at(-1);
  if (band.length > 0 && lastKnown !== undefined && lastKnown !== null) {
    const last = columns.times.length - 1;
    columns.low[last] = lastKnown;
    columns.middle[last] = lastKnown;
    columns.high[last] = lastKnown;
  }
  const end = columns.times.at(-1) ?? -Infinity;
  for (const { at, low, middle, high } of band) {
    if (secondsOf(at) > end) {
      columns.times.push(secondsOf(at));
      columns.value.push(null);
      columns.low.push(low);
      columns.middle.push(middle);
      columns.high.push(high);
    }
  }
  return columns;
}

/** The range that shows all values and the thresholds near them; a far threshold must not flatten the line. */
export function chartRange(columns: ChartColumns, thresholds: readonly ChartThreshold[]): [number, number] {
  const known = [...columns.value, ...columns.low, ...columns.high].filter((value): value is number => value !== null);
  if (known.length === 0) {
    return [0, 1];
  }
  let low = Math.min(...known);
  let high = Math.max(...known);
  const reach = Math.max(high - low, Math.abs(high) * 0.05, 1e-9) * 1.5;
  for (const { value } of thresholds) {
    if (value > low - reach && value < high + reach) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const margin = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  return [low - margin, high + margin];
}

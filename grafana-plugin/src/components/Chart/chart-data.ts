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

interface Row {
  value: number | null;
  band: { low: number; middle: number; high: number } | null;
}

function rowsOf({ points, band = [] }: ChartInput): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const { at, value } of points) {
    rows.set(secondsOf(at), { value, band: null });
  }
  for (const { at, low, middle, high } of band) {
    const known = rows.get(secondsOf(at))?.value ?? null;
    rows.set(secondsOf(at), { value: known, band: { low, middle, high } });
  }
  return rows;
}

/** A forecast starts in the last known value so that the lines join; a scenario over the same days does not. */
function joinForecast(rows: ReadonlyMap<number, Row>, { points, band = [] }: ChartInput): void {
  const lastAt = points.at(-1)?.at;
  const firstAt = band[0]?.at;
  if (lastAt === undefined || firstAt === undefined || secondsOf(firstAt) <= secondsOf(lastAt)) {
    return;
  }
  const last = rows.get(secondsOf(lastAt));
  if (last !== undefined && last.value !== null) {
    last.band = { low: last.value, middle: last.value, high: last.value };
  }
}

/** One row per moment, oldest first. */
export function chartColumns(input: ChartInput): ChartColumns {
  const rows = rowsOf(input);
  joinForecast(rows, input);
  const columns: ChartColumns = { times: [], value: [], low: [], middle: [], high: [] };
  for (const [time, row] of [...rows].sort(([left], [right]) => left - right)) {
    columns.times.push(time);
    columns.value.push(row.value);
    columns.low.push(row.band?.low ?? null);
    columns.middle.push(row.band?.middle ?? null);
    columns.high.push(row.band?.high ?? null);
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

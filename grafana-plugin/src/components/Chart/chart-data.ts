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

/** One row per moment; a forecast starts in the last known value so that the lines join. */
export function chartColumns({ points, band = [] }: ChartInput): ChartColumns {
  const rows = new Map<number, Row>();
  for (const { at, value } of points) {
    rows.set(secondsOf(at), { value, band: null });
  }
  const end = Math.max(-Infinity, ...rows.keys());
  for (const { at, low, middle, high } of band) {
    rows.set(secondsOf(at), { value: rows.get(secondsOf(at))?.value ?? null, band: { low, middle, high } });
  }
  const last = rows.get(end);
  const isForecast = band[0] !== undefined && secondsOf(band[0].at) > end;
  if (isForecast && last !== undefined && last.value !== null) {
    last.band = { low: last.value, middle: last.value, high: last.value };
  }
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

import { join } from 'node:path';
import { cells, dataSetFolder, readLines } from '../data-folder.ts';
import type { BenchmarkSet } from './benchmark-set.ts';

export type M4Frequency = 'Weekly' | 'Hourly';

const seasons: Record<M4Frequency, { scorePeriod: number; periods: readonly number[] }> = {
  Weekly: { scorePeriod: 1, periods: [52] },
  Hourly: { scorePeriod: 24, periods: [24, 168] },
};

function rows(path: string): Map<string, Float64Array> {
  const found = new Map<string, Float64Array>();
  for (const line of readLines(path).slice(1)) {
    const [id = '', ...values] = cells(line);
    found.set(id, Float64Array.from(values.filter((cell) => cell !== '' && cell !== 'NA').map(Number)));
  }
  return found;
}

/** One frequency of the M4 competition, or undefined when the data is absent. */
export function loadM4(frequency: M4Frequency): BenchmarkSet | undefined {
  const folder = dataSetFolder('m4');
  if (!folder) return undefined;
  const tests = rows(join(folder, `${frequency}-test.csv`));
  const trains = rows(join(folder, `${frequency}-train.csv.gz`));
  const series = [...trains].map(([id, train]) => ({ id, train, test: tests.get(id)!, ...seasons[frequency] }));
  return { name: `M4 ${frequency.toLowerCase()}`, series };
}

/** Forecasts published by the organisers for one benchmark method, by series id. */
export function publishedForecasts(method: 'Naive2' | 'SES' | 'sNaive'): Map<string, Float64Array> {
  const folder = dataSetFolder('m4');
  const found = new Map<string, Float64Array>();
  if (!folder) return found;
  for (const line of readLines(join(folder, `m4_weekly_hourly_forecast_${method}.csv.gz`))) {
    const [id = '', ...values] = cells(line);
    found.set(id, Float64Array.from(values.filter((cell) => cell !== '' && cell !== 'NA').map(Number)));
  }
  return found;
}

export interface PublishedScore {
  readonly smape: number;
  readonly mase: number;
  readonly owa: number;
}

/** Scores of the published table, by method. */
export function publishedScores(frequency: M4Frequency): Map<string, PublishedScore> {
  const folder = dataSetFolder('m4');
  const found = new Map<string, PublishedScore>();
  if (!folder) return found;
  const [header = '', ...lines] = readLines(join(folder, 'm4_published_point_by_frequency.csv'));
  const columns = cells(header);
  for (const line of lines) {
    // Team names carry commas, so the figures are counted from the right.
    const parts = cells(line);
    const figure = (measure: string): number =>
      Number(parts.at(columns.indexOf(`${measure}_${frequency.toLowerCase()}`) - columns.length));
    found.set(parts[0]!, { smape: figure('smape'), mase: figure('mase'), owa: figure('owa') });
  }
  return found;
}

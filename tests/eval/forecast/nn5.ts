import { join } from 'node:path';
import { cells, dataSetFolder, readLines } from '../data-folder.ts';
import type { BenchmarkSet } from './benchmark-set.ts';

const testDays = 56;

/** The NN5 competition: 111 daily series, the last 56 days are the test part. */
export function loadNn5(): BenchmarkSet | undefined {
  const folder = dataSetFolder('nn5');
  if (!folder) return undefined;
  const [header = '', ...lines] = readLines(join(folder, 'nn5_daily.csv.gz'));
  const table = lines.map(cells);
  const series = cells(header)
    .slice(1)
    .map((id, index) => {
      const values = Float64Array.from(table, (row) => (row[index + 1] ? Number(row[index + 1]) : Number.NaN));
      const cut = values.length - testDays;
      return { id, train: values.subarray(0, cut), test: values.subarray(cut), scorePeriod: 7, periods: [7] };
    });
  return { name: 'NN5 daily', series };
}

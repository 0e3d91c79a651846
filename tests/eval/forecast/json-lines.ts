import { basename } from 'node:path';
import { z } from 'zod';
import { calendarSeasons } from '@ai-cos/agent-runner/forecast/season/detection.ts';
import { readLines } from '../data-folder.ts';
import type { BenchmarkSet } from './benchmark-set.ts';

const Values = z.array(z.number().nullable());

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  period: z.union([z.number().int().positive(), z.array(z.number().int().positive()).min(1)]),
  train: Values.min(1),
  test: Values.min(1),
});

function withGaps(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}

/** Any set as JSON lines `{id, period, train, test}`; null marks a gap. */
export function loadJsonLines(path: string): BenchmarkSet {
  const series = readLines(path)
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const parsed = Line.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${path}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
      const { id, period, train, test } = parsed.data;
      const scorePeriod = Array.isArray(period) ? Math.min(...period) : period;
      const periods = Array.isArray(period) ? [...period].sort((a, b) => a - b) : calendarSeasons(period, train.length);
      return { id, train: withGaps(train), test: withGaps(test), scorePeriod, periods };
    });
  return { name: basename(path), series };
}

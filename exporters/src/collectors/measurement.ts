import { undefinedReasons, type UndefinedReason } from '@ai-cos/catalog';
import type { Row } from '../sources/source.ts';

/** What one computation of a KPI gave, in native units; without a value `reason` says why. */
export interface Measurement {
  readonly store: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sampleSize: number | null;
  readonly reason: UndefinedReason | null;
  /** Feeds behind `feed_missing_or_stale`. */
  readonly feeds: readonly string[];
}

const nothing = { store: null, value: null, numerator: null, denominator: null, sampleSize: null, feeds: [] };

export function undefinedBecause(reason: UndefinedReason, feeds: readonly string[] = []): Measurement {
  return { ...nothing, reason, feeds };
}

/** numeric and bigint arrive as text; anything that is no finite number is no value. */
export function finite(cell: unknown): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

function reasonOf(cell: unknown): UndefinedReason | null {
  return undefinedReasons.find((reason) => reason === cell) ?? null;
}

/** A row of a KPI query. A reason given by the query wins over its value: half a sum is no sum. */
export function measurementOf(row: Row): Measurement {
  const sampleSize = finite(row['sample_size']);
  const store = typeof row['store'] === 'string' ? row['store'] : null;
  const stated = reasonOf(row['reason']);
  if (stated !== null) return { ...nothing, store, sampleSize, reason: stated };
  const value = finite(row['value']);
  return {
    store,
    value,
    numerator: finite(row['numerator']),
    denominator: finite(row['denominator']),
    sampleSize,
    reason: value === null ? 'zero_denominator_or_no_data' : null,
    feeds: [],
  };
}

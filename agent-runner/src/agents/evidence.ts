import type { Entity, Evidence, Measure } from '../contract/findings.ts';
import type { QueryResult } from './company/named-query.ts';
import type { Insufficient } from './types.ts';

export interface EvidenceParts {
  readonly entities: readonly Entity[];
  readonly measures: readonly Measure[];
  readonly days: number;
  readonly comparison: string;
  /** True where numbers came with the event instead of the database. */
  readonly supplied?: boolean;
}

/** Evidence over the last `days` days before `asOf`; at most 20 entities are named, the measures count all. */
export function evidenceOf(result: QueryResult<unknown>, asOf: Date, parts: EvidenceParts): Evidence {
  return {
    entities: parts.entities.slice(0, 20),
    measures: parts.measures.map((measure) => rounded(measure)),
    period: { from: daysBefore(asOf, parts.days).toISOString(), to: asOf.toISOString() },
    comparison: parts.comparison,
    query: { name: result.name, rowCount: result.rows.length, truncated: result.truncated },
    source: parts.supplied === true ? 'supplied' : 'database',
  };
}

/** Evidence that a query gave nothing to reason with. */
export function noRows(query: string, asOf: Date, rowCount = 0): Evidence {
  return {
    entities: [],
    measures: [{ name: 'rows', value: rowCount, unit: 'rows' }],
    period: { from: asOf.toISOString(), to: asOf.toISOString() },
    comparison: 'nothing to compare with',
    query: { name: query, rowCount, truncated: false },
    source: 'database',
  };
}

export function notEnough(result: QueryResult<unknown>, asOf: Date, reason: string): Insufficient {
  return { insufficient: reason, evidence: [noRows(result.name, asOf, result.rows.length)] };
}

export function daysBefore(asOf: Date, days: number): Date {
  return new Date(asOf.getTime() - days * 86_400_000);
}

function rounded(measure: Measure): Measure {
  const value = round(measure.value);
  return measure.baseline === undefined
    ? { ...measure, value }
    : { ...measure, value, baseline: round(measure.baseline) };
}

/** Four significant digits beyond the point are noise in a message and in a plan hash. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

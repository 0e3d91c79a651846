import type { KpiDefinition } from '../config/kpi-definition.ts';

/** KPIs that are computed together, every `periodSeconds` of business time. */
export interface RefreshClass {
  readonly periodSeconds: number;
  readonly definitions: readonly KpiDefinition[];
}

/** One class per refresh period, the quickest first. */
export function refreshClasses(definitions: readonly KpiDefinition[]): readonly RefreshClass[] {
  const periods = [...new Set(definitions.map(({ refreshSeconds }) => refreshSeconds))].toSorted((a, b) => a - b);
  return periods.map((periodSeconds) => ({
    periodSeconds,
    definitions: definitions.filter(({ refreshSeconds }) => refreshSeconds === periodSeconds),
  }));
}

/**
 * True once business time has entered another period than that of the last run. Periods start at midnight UTC, so a daily class
 * runs when a day begins: that is when facts that carry a date become known.
 */
export function isDue(periodSeconds: number, lastRun: Date | undefined, now: Date): boolean {
  if (lastRun === undefined) return true;
  const period = (at: Date): number => Math.floor(at.getTime() / (periodSeconds * 1_000));
  return period(now) !== period(lastRun);
}

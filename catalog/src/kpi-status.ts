import type { Band, Direction } from './schema/kpi.ts';

export const kpiStatuses = ['ok', 'warning', 'critical', 'undefined'] as const;
export type KpiStatus = (typeof kpiStatuses)[number];
export type DefinedStatus = Exclude<KpiStatus, 'undefined'>;

/** Thresholds in native units; a catalog record fits, and so does a record with a company's overrides. */
export interface Thresholds {
  readonly direction: Direction;
  readonly target: number;
  readonly warning: number;
  readonly critical: number;
  readonly band?: Readonly<Band> | null;
}

/** Scores at the warning and the critical threshold; 1 is at target or better. */
export const scoreAtWarning = 0.7;
export const scoreAtCritical = 0.4;

interface Side {
  readonly good: number;
  readonly warning: number;
  readonly critical: number;
}

/** A one-sided KPI has one side, a band KPI two; on each, values get worse from `good` to `critical`. */
function sidesOf(kpi: Thresholds): readonly Side[] {
  if (kpi.direction !== 'band') return [{ good: kpi.target, warning: kpi.warning, critical: kpi.critical }];
  if (!kpi.band) throw new Error('a band KPI needs `band`: low_crit, low_warn, low_ok, high_ok, high_warn, high_crit');
  const { lowCrit, lowWarn, lowOk, highOk, highWarn, highCrit } = kpi.band;
  return [
    { good: lowOk, warning: lowWarn, critical: lowCrit },
    { good: highOk, warning: highWarn, critical: highCrit },
  ];
}

function isAtOrPast(side: Side, threshold: number, value: number): boolean {
  return side.critical > side.good ? value >= threshold : value <= threshold;
}

function scoreOnSide(side: Side, value: number): number {
  if (isAtOrPast(side, side.warning, value)) {
    const pastWarning = (value - side.warning) / (side.critical - side.warning);
    return scoreAtWarning - (scoreAtWarning - scoreAtCritical) * pastWarning;
  }
  if (isAtOrPast(side, side.good, value)) {
    return 1 - (1 - scoreAtWarning) * ((value - side.good) / (side.warning - side.good));
  }
  return 1;
}

/** Score 0–1 of a native value, 1 = at target or better: linear through target, warning and critical, last slope continued. */
export function scoreOf(kpi: Thresholds, value: number): number {
  const worst = Math.min(...sidesOf(kpi).map((side) => scoreOnSide(side, value)));
  return Math.min(1, Math.max(0, worst));
}

/** Status of a native value before confirmation, read from the thresholds and never from the score (floating point). */
export function rawStatus(kpi: Thresholds, value: number): DefinedStatus {
  const sides = sidesOf(kpi);
  if (sides.some((side) => isAtOrPast(side, side.critical, value))) return 'critical';
  if (sides.some((side) => isAtOrPast(side, side.warning, value))) return 'warning';
  return 'ok';
}

/** True when a native value is worse than the target (outside the ok range of a band). */
export function isPastTarget(kpi: Thresholds, value: number): boolean {
  return sidesOf(kpi).some((side) => value !== side.good && isAtOrPast(side, side.good, value));
}

import { rawStatus, type DefinedStatus, type KpiStatus, type Thresholds } from './kpi-status.ts';

/** z of the two-sided 90 % interval. */
const z90 = 1.6448536269514722;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 90 % Wilson interval of a share, 0–1; needs trials > 0. */
export function wilson90(successes: number, trials: number): Interval {
  const p = successes / trials;
  const z2 = z90 * z90;
  const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (z90 / (1 + z2 / trials)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** What significance reads of a KPI record. */
export interface SignificanceRules extends Thresholds {
  readonly countRatio: boolean;
  readonly nativeToBase: number;
  readonly alertMinSample: number;
}

export interface Sample {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly sample?: number | undefined;
}

/** True when chance alone does not explain the status; only ratios of counts that are samples can be in doubt. */
function isBeyondChance(kpi: SignificanceRules, status: DefinedStatus, { numerator, denominator }: Sample): boolean {
  if (!kpi.countRatio || status === 'ok') return true;
  if (numerator === undefined || denominator === undefined || denominator <= 0) return false;
  const interval = wilson90(numerator, denominator);
  const threshold = kpi[status] * kpi.nativeToBase;
  return kpi.direction === 'up' ? interval.high <= threshold : interval.low >= threshold;
}

/** True when the sample is large enough and, for ratios of counts, the nearer 90 % Wilson bound lies past the threshold of `status`. */
export function isSignificant(kpi: SignificanceRules, status: KpiStatus, sample: Sample): boolean {
  if (status === 'undefined') return false;
  return (sample.sample ?? 0) >= kpi.alertMinSample && isBeyondChance(kpi, status, sample);
}

/**
 * The worst status the counts support: a critical value that is only surely a warning counts as warning. Without it a KPI in
 * warning that slips a little past critical would lose its significance, and its alert would resolve because it got worse.
 */
export function supportedStatus(kpi: SignificanceRules, value: number, sample: Sample): DefinedStatus {
  const raw = rawStatus(kpi, value);
  if (raw !== 'critical' || isBeyondChance(kpi, 'critical', sample)) return raw;
  return isBeyondChance(kpi, 'warning', sample) ? 'warning' : raw;
}

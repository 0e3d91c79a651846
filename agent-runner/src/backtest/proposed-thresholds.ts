import { kpis, type KpiId } from '@ai-cos/catalog';
import type { KpiDay } from './status-walk.ts';

export interface ThresholdProposal {
  readonly kpiId: KpiId;
  readonly days: number;
  /** Native units; null with too little history or for a band. */
  readonly warning: number | null;
  readonly critical: number | null;
  readonly reason: string;
}

const leastDays = 90;
/** One day in fifty may be a warning, one in two hundred critical: about three plans a week over forty KPIs at most. */
const warningShare = 0.02;
const criticalShare = 0.005;

/** Thresholds a company's own year suggests: quantiles around the weekly season, in the bad direction. */
export function proposeThresholds(kpiId: KpiId, days: readonly KpiDay[]): ThresholdProposal {
  const known = days.flatMap(({ at, value }) => (value === null ? [] : [{ weekday: new Date(at).getUTCDay(), value }]));
  const none = { kpiId, days: known.length, warning: null, critical: null };
  if (known.length < leastDays)
    return { ...none, reason: `only ${String(known.length)} days have a value: its tables keep no history` };
  const { direction, label } = kpis[kpiId];
  if (direction === 'band')
    return { ...none, reason: `${label} has a band; its limits are a decision, not a quantile` };
  const sign = direction === 'down' ? 1 : -1;
  const middle = medianOf(known.map((day) => day.value));
  const seasons = new Map<number, number>();
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const own = known.filter((day) => day.weekday === weekday).map((day) => day.value);
    seasons.set(weekday, own.length === 0 ? 0 : medianOf(own) - middle);
  }
  const worse = known.map((day) => sign * (day.value - (seasons.get(day.weekday) ?? 0))).sort((a, b) => a - b);
  const level = (share: number): number =>
    Math.round(sign * (worse[Math.floor((1 - share) * (worse.length - 1))] ?? 0) * 1000) / 1000;
  return {
    kpiId,
    days: known.length,
    warning: level(warningShare),
    critical: level(criticalShare),
    reason: 'quantiles of its own year around the weekly season',
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

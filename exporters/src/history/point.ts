import type { KpiPoint } from '@ai-cos/catalog';
import type { Measurement } from '../collectors/measurement.ts';

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export const dayMs = 86_400_000;

export function pointOf(at: Date, measurement: Measurement, matured: boolean): KpiPoint {
  const { value, numerator, denominator, sampleSize } = measurement;
  return { at: at.toISOString(), value, numerator, denominator, sampleSize, matured };
}

/** The instants of a history: from, from + step, … up to `to` or the present, whichever comes first. */
export function instants({ from, to }: Span, stepSeconds: number, now: Date): readonly Date[] {
  const result: Date[] = [];
  const last = Math.min(to.getTime(), now.getTime());
  for (let ms = from.getTime(); ms <= last; ms += stepSeconds * 1_000) result.push(new Date(ms));
  return result;
}

/** Midnight UTC of the day that holds an instant. */
export function dayStart(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs);
}

export function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The days that a span touches. */
export function wholeDays({ from, to }: Span): Span {
  return { from: dayStart(from), to: dayStart(new Date(to.getTime() + dayMs - 1)) };
}

/** The ends of the days of a span that are over. */
export function endsOfDays(span: Span, now: Date): readonly Date[] {
  const { from, to } = wholeDays(span);
  return instants({ from: new Date(from.getTime() + dayMs), to }, dayMs / 1_000, now);
}

/**
 * A value at the end of a day as the point of that day, for KPIs without daily sums. Numerator and denominator are left out:
 * those of a trailing window must not be added up.
 */
export function asDays(points: readonly KpiPoint[]): readonly KpiPoint[] {
  return points.map((point) => ({
    ...point,
    at: new Date(Date.parse(point.at) - dayMs).toISOString(),
    numerator: null,
    denominator: null,
  }));
}

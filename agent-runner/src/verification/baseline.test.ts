import { describe, expect, it } from 'vitest';
import { baselineOf, realisedMean, type DayValue } from './baseline.ts';

const start = Date.UTC(2026, 0, 5);
const series = (values: readonly (number | null)[]): DayValue[] =>
  values.map((value, index) => ({
    at: new Date(start + index * 86_400_000),
    value,
    numerator: null,
    denominator: null,
    sampleSize: 1,
  }));
/** A weekly pattern of ±3 on Saturday and Sunday around a level. */
const weekly = (level: number, days: number, from = 0): number[] =>
  Array.from({ length: days }, (_, index) => level + ((from + index) % 7 >= 5 ? 3 : 0));

describe('the baseline of a KPI', () => {
  it('is undefined below 14 days', () => {
    expect(baselineOf(series(weekly(10, 13)), { windowDays: 3, incidentDays: 3 })).toBeNull();
  });

  it('sees no change in a continued weekly pattern', () => {
    const history = series(weekly(10, 56));
    const baseline = baselineOf(history, { windowDays: 7, incidentDays: 7 });
    const window = series(weekly(10, 63)).slice(56);
    expect(baseline).not.toBeNull();
    if (baseline !== null) expect(realisedMean(baseline, window)).toBeCloseTo(baseline.mean, 6);
  });

  it('measures against the incident, not against the good days before it', () => {
    const history = series([...Array.from({ length: 40 }, () => 2), 15, 16]);
    expect(baselineOf(history, { windowDays: 5, incidentDays: 2 })?.mean).toBeCloseTo(15.5, 6);
  });

  it('has a standard error that grows with the noise of the days', () => {
    const noisy = (scale: number): DayValue[] =>
      series(Array.from({ length: 60 }, (_, index) => 10 + scale * Math.sin(index * 12.9898) * 2));
    const error = (scale: number): number =>
      baselineOf(noisy(scale), { windowDays: 7, incidentDays: 7 })?.standardError ?? NaN;
    expect(error(3) / error(1)).toBeCloseTo(3, 1);
  });

  it('ignores undefined days', () => {
    const values = weekly(10, 30).map((value, index) => (index === 20 ? null : value));
    expect(baselineOf(series(values), { windowDays: 7, incidentDays: 7 })?.mean).toBeGreaterThan(9);
  });
});

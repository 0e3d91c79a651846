import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from './beta.ts';
import { trustOf, type TrustVerdict } from './trust.ts';

const now = new Date('2026-06-01T00:00:00Z');
const successes = (count: number, daysAgo = 0): TrustVerdict[] =>
  Array.from({ length: count }, () => ({ success: true, decidedAsOf: new Date(now.getTime() - daysAgo * 86_400_000) }));

describe('the beta distribution', () => {
  it('has the closed forms of Beta(n, 1) and Beta(1, n)', () => {
    expect(betaCdf(0.7, 5, 1)).toBeCloseTo(0.7 ** 5, 12);
    expect(betaCdf(0.2, 1, 9)).toBeCloseTo(1 - 0.8 ** 9, 12);
    expect(betaQuantile(0.05, 15, 1)).toBeCloseTo(0.05 ** (1 / 15), 8);
  });

  it('is symmetric', () => {
    expect(betaCdf(0.3, 4, 7)).toBeCloseTo(1 - betaCdf(0.7, 7, 4), 12);
  });
});

describe('trust', () => {
  it('starts at one half with nothing allowed', () => {
    expect(trustOf([], now)).toMatchObject({ mean: 0.5, earned: false, whyNot: '0 of 14 verdicts' });
  });

  it('is earned by 14 fresh successes', () => {
    expect(trustOf(successes(14), now)).toMatchObject({ earned: true, whyNot: null });
  });

  it('is lost by a failure as the newest verdict', () => {
    const failure = { success: false, decidedAsOf: new Date('2026-05-31T12:00:00Z') };
    expect(trustOf([...successes(100, 5), failure], now).whyNot).toBe('the last verdict was a failure');
  });

  it('decays by half in 180 business days', () => {
    expect(trustOf(successes(10, 180), now).successes).toBeCloseTo(5, 10);
  });

  it('is not earned by old successes alone', () => {
    expect(trustOf(successes(20, 360), now).whyNot).toMatch(/lower bound/);
  });
});

import { describe, expect, it } from 'vitest';
import { updateFromOutcomes } from '../../src/simulation/calibration/outcome-update.ts';
import { shrink } from '../../src/simulation/calibration/estimate.ts';
import type { Distribution } from '../../src/simulation/draws/distribution.ts';
import { hitRateOf } from '../../src/simulation/hit-rate.ts';

const prior: Distribution = { kind: 'triangular', low: -3.5, mode: -1.8, high: -0.8 };

describe('what outcomes teach', () => {
  it('counts the last ten predictions only', () => {
    const hit = { low: 0, high: 2, realised: 1 };
    const miss = { ...hit, realised: 3 };
    expect(hitRateOf([miss, miss, ...new Array<typeof hit>(12).fill(hit)])?.sentence).toBe('8 of 10 in band');
    expect(hitRateOf([])).toBeUndefined();
  });

  it('keeps the prior below eight outcomes and moves towards them from eight on', () => {
    const outcome = { value: -2.6, standardError: 0.3 };
    expect(updateFromOutcomes(prior, new Array<typeof outcome>(7).fill(outcome), [-6, 0])).toBe(prior);
    const updated = updateFromOutcomes(prior, new Array<typeof outcome>(8).fill(outcome), [-6, 0]);
    expect(updated.kind === 'truncated' ? updated.mean : 0).toBeLessThan(-2.4);
  });

  it('weighs a sharp estimate of the history more than a vague one', () => {
    const used = (standardError: number): number => {
      const estimate = { value: -1, standardError, observations: 100 };
      const { used: shrunk } = shrink({ id: 'e01', label: 'price', prior, estimate, bounds: [-6, 0] });
      return shrunk.kind === 'truncated' ? shrunk.mean : Number.NaN;
    };
    expect(used(0.05)).toBeGreaterThan(-1.05);
    expect(used(2)).toBeLessThan(-1.8);
  });
});

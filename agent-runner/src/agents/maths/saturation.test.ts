import { describe, expect, it } from 'vitest';
import { fitSaturation, marginalConversions } from './saturation.ts';

const spend = Array.from({ length: 40 }, (_, day) => 50 + (day % 10) * 10);

describe('saturation', () => {
  it('finds the curve that made the data', () => {
    // half = top spend 140, one of the points of the grid.
    const fit = fitSaturation(
      spend,
      spend.map((value) => (20 * value) / (value + 140))
    );
    expect(fit?.half).toBe(140);
    expect(fit?.ceiling).toBeCloseTo(20);
    expect(fit?.r2).toBeCloseTo(1);
  });

  it('gives less for the next unit the more is spent', () => {
    const fit = { ceiling: 20, half: 100, r2: 1 };
    expect(marginalConversions(fit, 100)).toBeCloseTo((20 * 100) / 200 ** 2);
    expect(marginalConversions(fit, 50)).toBeGreaterThan(marginalConversions(fit, 100));
  });

  it('does not fit what never moved or is too short', () => {
    expect(fitSaturation(Array(40).fill(50), Array(40).fill(3))).toBeNull();
    expect(fitSaturation([10, 20], [1, 2])).toBeNull();
  });
});

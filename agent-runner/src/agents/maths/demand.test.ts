import { describe, expect, it } from 'vitest';
import { dailyDemand, dailyDeviation, daysOfCover } from './demand.ts';

describe('daily demand', () => {
  it('is the weekly rate over seven when every week is the same', () => {
    expect(dailyDemand([14, 14, 14, 14], 1)).toBeCloseTo(2);
  });

  it('follows the newest week more than older ones', () => {
    // Oldest 7: level 7, then 0.35·14 + 0.65·7 = 9.45, over 7 days.
    expect(dailyDemand([14, 7], 1)).toBeCloseTo(9.45 / 7);
  });

  it('counts days without stock as days without sales, not without demand', () => {
    expect(dailyDemand([7, 7], 0.5)).toBeCloseTo(2);
    expect(dailyDemand([7, 7], 0)).toBeCloseTo(1 / 0.3);
  });

  it('deviates at least like a Poisson count', () => {
    expect(dailyDeviation([14, 14, 14], 2)).toBeCloseTo(Math.SQRT2);
    expect(dailyDeviation([0, 28], 2)).toBeCloseTo(Math.sqrt(392 / 7));
  });

  it('covers zero days when nothing is left and forever when nothing sells', () => {
    expect(daysOfCover(0, 2)).toBe(0);
    expect(daysOfCover(6, 2)).toBe(3);
    expect(daysOfCover(6, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

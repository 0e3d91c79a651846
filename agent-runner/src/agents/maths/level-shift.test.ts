import { describe, expect, it } from 'vitest';
import { levelShift, median } from './level-shift.ts';

describe('level shift', () => {
  it('finds the day on which a series moved', () => {
    // Newest first: three days at about 200 after days at 100.
    const shift = levelShift([201, 199, 200, 100, 101, 99, 100, 100, 100, 100], 0.2);
    expect(shift).toEqual({ daysAgo: 2, before: 100, after: 200 });
  });

  it('sees nothing in noise', () => {
    expect(levelShift([103, 98, 101, 100, 99, 102, 100, 97, 101, 100], 0.2)).toBeNull();
  });

  it('sees nothing in a series that is too short', () => {
    expect(levelShift([200, 100, 100], 0.2)).toBeNull();
  });

  it('takes the middle of an even number of values', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

import { describe, expect, it } from 'vitest';
import { anomalyOfLast } from './anomaly-score.ts';
import { thresholdCrossing } from './threshold-crossing.ts';

const rising = Float64Array.from([1, 2, 3, 4, 5]);

describe('early warning', () => {
  it('says when the forecast, and each end of its interval, gets past the threshold', () => {
    const question = {
      point: rising,
      low: rising.map((value) => value - 1),
      high: rising.map((value) => value + 1),
      threshold: 4,
    };
    expect(thresholdCrossing({ ...question, badSide: 'above' })).toEqual({ expected: 4, earliest: 3, latest: 5 });
  });

  it('says nothing is crossed when it is not', () => {
    const question = { point: rising, low: rising, high: rising, threshold: 0 };
    expect(thresholdCrossing({ ...question, badSide: 'below' })).toEqual({
      expected: null,
      earliest: null,
      latest: null,
    });
  });

  it('finds a spike and leaves an ordinary day alone', () => {
    const values = Float64Array.from(
      { length: 120 },
      (_, day) => 50 + 10 * Math.sin((2 * Math.PI * day) / 7) + ((day * 37) % 11) / 5
    );
    expect(anomalyOfLast(values, [7])?.anomalous).toBe(false);
    expect(
      anomalyOfLast(
        values.map((value, day) => (day === 119 ? value + 60 : value)),
        [7]
      )?.anomalous
    ).toBe(true);
  });
});

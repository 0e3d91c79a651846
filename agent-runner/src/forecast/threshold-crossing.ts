import { at } from './numeric/at.ts';

export interface CrossingQuestion {
  readonly point: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly threshold: number;
  /** Which way is bad: a value above, or below, the threshold. */
  readonly badSide: 'above' | 'below';
}

/** Days until the forecast is past a threshold (1 = tomorrow); null = not within the horizon. */
export interface Crossing {
  readonly expected: number | null;
  /** When the pessimistic end of the interval gets there. */
  readonly earliest: number | null;
  /** When even the optimistic end is there. */
  readonly latest: number | null;
}

function firstPast(values: Float64Array, threshold: number, badSide: 'above' | 'below'): number | null {
  for (let step = 0; step < values.length; step++) {
    if (badSide === 'above' ? at(values, step) >= threshold : at(values, step) <= threshold) return step + 1;
  }
  return null;
}

/** "Will cross its threshold in N days", with the interval of the forecast around N. */
export function thresholdCrossing({ point, low, high, threshold, badSide }: CrossingQuestion): Crossing {
  const [pessimistic, optimistic] = badSide === 'above' ? [high, low] : [low, high];
  return {
    expected: firstPast(point, threshold, badSide),
    earliest: firstPast(pessimistic, threshold, badSide),
    latest: firstPast(optimistic, threshold, badSide),
  };
}

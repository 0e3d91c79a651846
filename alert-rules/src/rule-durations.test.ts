import { productionScale } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { counterRangeSeconds, forSeconds, keepFiringSeconds, rangeSeconds } from './rule-durations.ts';

const demo = { daySeconds: 20, evaluationSeconds: 2, scrapeSeconds: 2 };

describe('durations of the rules', () => {
  it('are company time in production', () => {
    expect(counterRangeSeconds(productionScale, 3600)).toBe(3600);
    expect(forSeconds(productionScale, 300)).toBe(300);
    expect(keepFiringSeconds(productionScale, 1800)).toBe(1800);
  });

  it('never fall below what scrapes, evaluations and refreshes can show', () => {
    expect(rangeSeconds(demo, 3600)).toBe(8);
    expect(counterRangeSeconds(demo, 3600)).toBe(20);
    expect(forSeconds(demo, 300)).toBe(4);
    expect(keepFiringSeconds(demo, 1800)).toBe(20);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type VerdictInput } from './verdict.ts';

const clean: VerdictInput = {
  predicted: -6,
  effect: -5,
  standardError: 1,
  postcheck: true,
  confounders: [],
  worseNeighbours: [],
};

describe('a verdict', () => {
  it('is verified when the interval excludes zero in the promised direction', () => {
    expect(judge(clean)).toMatchObject({ verdict: 'verified', low: -5 - 1.6449, high: -5 + 1.6449 });
  });

  it('is harmful when the KPI moved the wrong way beyond chance', () => {
    expect(judge({ ...clean, effect: 5 }).verdict).toBe('harmful');
  });

  it('is harmful when a neighbour left its band although the KPI improved', () => {
    expect(judge({ ...clean, worseNeighbours: ['gross_margin'] }).verdict).toBe('harmful');
  });

  it('is ineffective only when half the promised effect would have been seen', () => {
    expect(judge({ ...clean, effect: -0.2 }).verdict).toBe('ineffective');
    expect(judge({ ...clean, effect: -0.2, standardError: 2 }).verdict).toBe('unverifiable');
  });

  it('is unverifiable when confounded, however large the effect', () => {
    const result = judge({ ...clean, effect: -50, confounders: ['an overlapping plan on the same KPI'] });
    expect(result).toMatchObject({
      verdict: 'unverifiable',
      reason: 'confounded: an overlapping plan on the same KPI',
    });
  });

  it('is unverifiable when the KPI was undefined', () => {
    expect(judge({ ...clean, effect: null, standardError: null }).verdict).toBe('unverifiable');
  });

  it('does not credit an improvement whose own mechanism did not move', () => {
    expect(judge({ ...clean, postcheck: false }).verdict).toBe('unverifiable');
  });

  it('never verifies an effect whose interval includes zero', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (predicted, effect, standardError) => {
          const { verdict, low, high } = judge({ ...clean, predicted, effect, standardError });
          if ((low ?? 0) <= 0 && (high ?? 0) >= 0) expect(['ineffective', 'unverifiable']).toContain(verdict);
        }
      )
    );
  });
});
